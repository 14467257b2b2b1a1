package io.github.oldbuffer.reports.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The results that the repository publishes: real ones, of real interpreters. */
class PublishedResultsTests {

    @Test
    void every_one_is_read_and_follows_the_schema() throws Exception {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(ResultsJson.schema());
        List<Path> files = published();
        assertTrue(files.size() >= 10, files.toString());
        for (Path file : files) {
            String text = Files.readString(file);
            assertEquals("[]", schema.validate(text, InputFormat.JSON).toString(), file.toString());
            assertEquals(text, ResultsJson.write(ResultsJson.read(text)), file.toString());
            assertFalse(text.contains("/root/") || text.contains("/home/"), file + " holds a path of its machine");
        }
    }

    private static List<Path> published() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("published"))) {
            return files.filter(file -> file.endsWith("results.json")).toList();
        }
    }
}
