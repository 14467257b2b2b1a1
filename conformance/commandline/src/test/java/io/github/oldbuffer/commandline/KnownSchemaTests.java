package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.known.KnownDeviationsJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema of files of known deviations allows what the kit has and writes. */
class KnownSchemaTests {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text("known.schema.json"), InputFormat.JSON);

    @ParameterizedTest
    @ValueSource(strings = {"cpython", "pypy", "graalpy", "reference/cpython", "reference/pypy", "reference/graalpy"})
    void itAllowsTheKitsOwnFilesAsTheyAreAndAsTheyAreWritten(String name) throws Exception {
        String text = text(name + ".json");
        assertEquals("[]", SCHEMA.validate(text, InputFormat.JSON).toString());
        KnownDeviations entries = KnownDeviationsJson.read(text);
        assertEquals(
                "[]",
                SCHEMA.validate(KnownDeviationsJson.write(entries), InputFormat.JSON)
                        .toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"format\": \"oldbuffer-known\", \"version\": 3, \"deviations\": []}",
                "{\"format\": \"oldbuffer-known\", \"version\": 2, \"deviations\": [{\"implementation\": \"x\"}]}",
                "{\"format\": \"oldbuffer-known\", \"version\": 2, \"deviations\": [], \"more\": 1}"
            })
    void itAllowsNothingElse(String text) {
        assertFalse(SCHEMA.validate(text, InputFormat.JSON).isEmpty());
    }

    private static String text(String name) {
        try (InputStream file = KnownDeviations.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unread) {
            throw new AssertionError(unread);
        }
    }
}
