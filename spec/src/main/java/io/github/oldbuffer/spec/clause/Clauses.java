package io.github.oldbuffer.spec.clause;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.oldbuffer.spec.scenario.Function;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All clauses; their words stand in {@code clauses.json}, their code in the package {@code judge}. */
public final class Clauses {

    private static final List<String> FAMILIES =
            List.of("CHAR", "READ", "WRITE", "CHECK", "ALL", "NEW", "USE", "EXP", "STRESS");

    /** Clauses about consumers, which the others have nothing to say of. */
    private static final String OF_CONSUMERS = "USE-";

    /** Clauses about exporters, likewise. */
    private static final String OF_EXPORTERS = "EXP-";

    /** Clauses about what only shows over time, likewise. */
    private static final String OF_STRESS = "STRESS-";

    private static final String WRITE_NOTE =
            "The document asks PyObject_AsWriteBuffer for the character buffer interface"
                    + " where CPython's header says the writable one. The kit reads it as both: one segment, writable.";
    private static final String CHAR_NOTE =
            "The document asks PyObject_AsCharBuffer for the character buffer interface,"
                    + " which no object of Python 3 has by name. The kit reads it as one readable segment of any format.";
    private static final String READ_NOTE = "The interface is one readable segment, whatever its format.";

    private static final Map<String, About> ABOUT = new HashMap<>();

    private static final List<Clause> LISTED = load();

    private static final List<Clause> ALL = LISTED.stream()
            .filter(clause ->
                    List.of(OF_CONSUMERS, OF_EXPORTERS, OF_STRESS).stream().noneMatch(clause.id()::startsWith))
            .toList();

    /** Every scenario of a search is looked up here. */
    private static final Map<String, Clause> BY_ID =
            LISTED.stream().collect(Collectors.toMap(Clause::id, clause -> clause));

    private Clauses() {}

    /** Orders ids as clauses are listed; what is no id comes last. */
    public static int compare(String one, String other) {
        return Integer.compare(place(one), place(other));
    }

    private static int place(String id) {
        List<Clause> all = LISTED;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(id)) {
                return i;
            }
        }
        return all.size();
    }

    /** Every clause about the four functions, function by function and by number: those of a run of the suite. */
    public static List<Clause> all() {
        return ALL;
    }

    /** Every clause about consumers, by number. */
    public static List<Clause> ofConsumers() {
        return of(OF_CONSUMERS);
    }

    /** Every clause about exporters, by number. */
    public static List<Clause> ofExporters() {
        return of(OF_EXPORTERS);
    }

    /** Every clause about what only shows over time, by number. */
    public static List<Clause> ofStress() {
        return of(OF_STRESS);
    }

    private static List<Clause> of(String family) {
        return LISTED.stream().filter(clause -> clause.id().startsWith(family)).toList();
    }

    /** Every clause that there is, those about consumers, exporters and long runs last. */
    public static List<Clause> listed() {
        return LISTED;
    }

    public static Optional<Clause> find(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /**
     * What a clause is about: {@code "functions"} and {@code "subject"} of its entry, or else the function that its id begins
     * with.
     *
     * @param subject what a violation is filed under; empty where that depends on the step
     * @param title a few words for lists of properties
     * @param rule the class below the package {@code judge} that judges it; none for clauses about consumers, exporters and long runs
     */
    private record About(Set<Function> functions, Optional<String> subject, String title, String rule) {

        private static About of(String id, JsonNode entry) {
            EnumSet<Function> functions = EnumSet.noneOf(Function.class);
            if (entry.has("functions")) {
                entry.get("functions").forEach(function -> functions.add(Function.valueOf(function.asText())));
            } else {
                functions.add(Function.valueOf(family(id)));
            }
            Optional<String> only = functions.size() == 1
                    ? Optional.of(functions.iterator().next().cName())
                    : Optional.empty();
            return new About(
                    Collections.unmodifiableSet(functions),
                    entry.has("subject") ? Optional.of(entry.get("subject").asText()) : only,
                    entry.path("title").asText(),
                    entry.path("rule").asText());
        }
    }

    /**
     * A clause in a few words, as its property is called.
     *
     * @throws IllegalArgumentException where there is no such clause
     */
    public static String title(String clause) {
        return about(clause).title();
    }

    /**
     * The name of the class that judges a clause about the four functions.
     *
     * @throws IllegalArgumentException where there is no such clause
     */
    public static String rule(String clause) {
        return about(clause).rule();
    }

    static Set<Function> functions(String clause) {
        return about(clause).functions();
    }

    static Optional<String> subject(String clause) {
        return about(clause).subject();
    }

    private static About about(String clause) {
        About about = ABOUT.get(clause);
        if (about == null) {
            throw new IllegalArgumentException("no clause is called " + clause);
        }
        return about;
    }

    private static List<Clause> load() {
        List<Clause> clauses = new ArrayList<>();
        try (InputStream words = Clauses.class.getResourceAsStream("clauses.json")) {
            for (JsonNode entry : new ObjectMapper().readTree(words)) {
                for (JsonNode id : entry.get("ids")) {
                    clauses.add(clause(id.asText(), entry));
                    ABOUT.put(id.asText(), About.of(id.asText(), entry));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the kit's own clauses.json cannot be read", e);
        }
        clauses.sort(Comparator.comparingInt((Clause clause) -> FAMILIES.indexOf(family(clause.id())))
                .thenComparingInt(clause -> number(clause.id())));
        return List.copyOf(clauses);
    }

    private static Clause clause(String id, JsonNode entry) {
        List<String> notes = new ArrayList<>();
        entry.get("notes").forEach(note -> notes.add(filled(note.asText(), id)));
        return new Clause(
                id,
                Level.valueOf(entry.get("level").asText()),
                filled(entry.get("statement").asText(), id),
                filled(entry.get("source").asText(), id),
                entry.has("english")
                        ? Optional.of(new Clause.Passage(
                                entry.get("english").asText(),
                                entry.get("address").asText()))
                        : Optional.empty(),
                notes,
                filled(entry.get("notJudged").asText(), id),
                filled(entry.get("lookAt").asText(), id));
    }

    private static String filled(String text, String id) {
        String family = family(id);
        for (Function function : Function.values()) {
            if (family.equals(function.name())) {
                String note =
                        function == Function.WRITE ? WRITE_NOTE : function == Function.CHAR ? CHAR_NOTE : READ_NOTE;
                return text.replace("{function}", function.cName()).replace("{interface}", note);
            }
        }
        return text;
    }

    private static String family(String id) {
        return id.substring(0, id.indexOf('-'));
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(id.indexOf('-') + 1));
    }
}
