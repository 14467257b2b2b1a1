package io.github.oldbuffer.reports.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The results that the repository publishes: real ones, of real interpreters. */
class PublishedResultsTests {

    private static final Pattern PATH = Pattern.compile("/(root|home|tmp|usr|opt|var)/");

    @Test
    void every_one_is_read_and_follows_the_schema() throws Exception {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(ResultsJson.schema());
        List<Path> files = published();
        assertTrue(files.size() >= 10, files.toString());
        for (Path file : files) {
            String text = Files.readString(file);
            Results results = ResultsJson.read(text);
            String written = ResultsJson.write(results);
            assertEquals("[]", schema.validate(written, InputFormat.JSON).toString(), file.toString());
            assertEquals(results, ResultsJson.read(written), file.toString());
            assertFalse(PATH.matcher(text).find(), file + " holds a path of its machine");
        }
    }

    @Test
    void every_implementation_that_the_kit_knows_is_among_them() throws Exception {
        Set<String> versions = new TreeSet<>();
        Set<String> names = new TreeSet<>();
        for (Path file : published()) {
            for (Run run : ResultsJson.read(Files.readString(file)).runs()) {
                names.add(run.implementation().name());
                if (run.implementation().name().equals("CPython")) {
                    versions.add(run.implementation().version().replaceFirst("\\.\\d+$", ""));
                }
            }
        }
        assertEquals(Set.of("CPython", "GraalPy", "Model", "PyPy"), names);
        assertEquals(Set.of("3.6", "3.7", "3.8", "3.9", "3.10", "3.11", "3.12", "3.13", "3.14"), versions);
    }

    private static List<Path> published() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("published"))) {
            return files.filter(file -> file.endsWith("results.json")).toList();
        }
    }
}
