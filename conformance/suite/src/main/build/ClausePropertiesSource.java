import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes the properties of clauses: what each has beside its words, its rule and its mutants is the same text but for its id and
 * its title, and jqwik wants a method for each. The build runs it before it compiles.
 */
public final class ClausePropertiesSource {

    private static final String PACKAGE = "io.github.oldbuffer.suite.properties";

    /** The interfaces, and what their clauses are about. */
    private static final Map<String, List<String>> FAMILIES = Map.of(
            "CHAR", List.of("CharBufferProperties", "about {@code PyObject_AsCharBuffer}"),
            "READ", List.of("ReadBufferProperties", "about {@code PyObject_AsReadBuffer}"),
            "WRITE", List.of("WriteBufferProperties", "about {@code PyObject_AsWriteBuffer}"),
            "CHECK", List.of("CheckReadBufferProperties", "about {@code PyObject_CheckReadBuffer}"),
            "ALL", List.of("AcrossFunctionsProperties", "about several of the four functions together"),
            "NEW", List.of("NewProtocolProperties", "about the old functions beside the new buffer protocol"));

    private ClausePropertiesSource() {}

    /** @param args the folder of generated sources */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0], PACKAGE.split("\\.")));
        Map<String, List<Clause>> families = Clauses.all().stream()
                .collect(Collectors.groupingBy(
                        clause -> clause.id().substring(0, clause.id().indexOf('-')),
                        TreeMap::new,
                        Collectors.toList()));
        if (!families.keySet().equals(Set.copyOf(FAMILIES.keySet()))) {
            throw new IllegalStateException("clauses of the families " + families.keySet() + ", interfaces for "
                    + FAMILIES.keySet());
        }
        for (Map.Entry<String, List<Clause>> family : families.entrySet()) {
            List<String> names = FAMILIES.get(family.getKey());
            String source = source(names.get(0), names.get(1), family.getValue());
            Path file = folder.resolve(names.get(0) + ".java");
            // what did not change is not compiled again
            if (!Files.exists(file) || !Files.readString(file).equals(source)) {
                Files.writeString(file, source);
            }
        }
    }

    private static String source(String name, String about, List<Clause> clauses) {
        return """
                package %s;

                import io.github.oldbuffer.spec.scenario.Scenario;
                import net.jqwik.api.Label;
                import net.jqwik.api.Property;

                /** The clauses %s, one property for each. */
                public interface %s extends ClauseProperties {
                %s}
                """
                .formatted(
                        PACKAGE,
                        about,
                        name,
                        clauses.stream().map(ClausePropertiesSource::property).collect(Collectors.joining()));
    }

    private static String property(Clause clause) {
        String title = Clauses.title(clause.id());
        return """

                    @Property
                    @Label("%1$s (%2$s): %3$s")
                    default void %4$s(@ScenarioAbout("%1$s") Scenario scenario) {
                        trial().check("%1$s", scenario);
                    }
                """
                .formatted(
                        clause.id(),
                        clause.level().name().toLowerCase(Locale.ROOT),
                        title,
                        methodName(clause.id() + " " + title));
    }

    private static String methodName(String words) {
        return words.replace(" -1", " minus 1")
                .replace("*", " star")
                .replace("'", "")
                .replaceAll("[^A-Za-z0-9]+", "_");
    }
}
