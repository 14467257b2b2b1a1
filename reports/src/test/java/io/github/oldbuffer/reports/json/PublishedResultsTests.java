package io.github.oldbuffer.reports.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.oldbuffer.reports.samples.StoredResults;
import io.github.oldbuffer.spec.results.Results;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the repository publishes of real interpreters, and their results as they were once. */
class PublishedResultsTests {

    private static final Pattern IMPLEMENTATION = Pattern.compile("\\\\\\((\\w+) (\\d+\\.\\d+)");
    private static final Pattern PATH = Pattern.compile("/(root|home|tmp|usr|opt|var)/");

    @Test
    void stored_ones_are_read_and_follow_the_schema() throws Exception {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(ResultsJson.schema());
        Map<String, Results> all = StoredResults.all();
        assertTrue(all.size() >= 10, all.keySet().toString());
        for (Map.Entry<String, Results> stored : all.entrySet()) {
            String written = ResultsJson.write(stored.getValue());
            assertEquals("[]", schema.validate(written, InputFormat.JSON).toString(), stored.getKey());
            assertEquals(stored.getValue(), ResultsJson.read(written), stored.getKey());
        }
    }

    @Test
    void every_implementation_that_the_kit_knows_is_in_the_table() throws Exception {
        String table = Files.readString(Path.of("published", "verdicts.md"));
        assertFalse(PATH.matcher(table).find(), "it holds a path of its machine");
        Set<String> named = new TreeSet<>();
        Matcher matcher = IMPLEMENTATION.matcher(table);
        while (matcher.find()) {
            named.add(matcher.group(1).equals("CPython") ? "CPython " + matcher.group(2) : matcher.group(1));
        }
        Set<String> known = new TreeSet<>(Set.of("GraalPy", "Model", "PyPy"));
        for (int minor = 6; minor <= 14; minor++) {
            known.add("CPython 3." + minor);
        }
        assertEquals(known, named);
    }
}
