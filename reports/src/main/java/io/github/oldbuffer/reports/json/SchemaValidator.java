package io.github.oldbuffer.reports.json;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Holds texts against the schemas that the kit publishes. */
final class SchemaValidator {

    static final SchemaValidator RESULTS_1 = new SchemaValidator("results-1.schema.json", "urn:oldbuffer:results:1");
    static final SchemaValidator RESULTS_2 = new SchemaValidator("results.schema.json", "urn:oldbuffer:results:2");
    static final SchemaValidator FINDING =
            new SchemaValidator("results.schema.json", "urn:oldbuffer:results:2#/$defs/findingFile");

    private final String file;
    private final String id;

    private SchemaValidator(String file, String id) {
        this.file = file;
        this.id = id;
    }

    /** @throws ResultsException about the first thing that the schema does not allow */
    void check(String json) throws ResultsException {
        // each process reads one file or two, so that nothing is kept
        Schema schema = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        registry -> registry.schemas(Map.of(id.replaceFirst("#.*", ""), text(file))))
                .getSchema(SchemaLocation.of(id));
        // the first is enough, and of a file of 64 MiB all of them might be many
        var errors = schema.validate(
                json, InputFormat.JSON, context -> context.executionConfig(config -> config.failFast(true)));
        if (!errors.isEmpty()) {
            throw new ResultsException(SchemaErrorText.of(errors.get(0), text(file)));
        }
    }

    static String text(String file) {
        try (InputStream schema = SchemaValidator.class.getResourceAsStream(file)) {
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the kit's own " + file + " cannot be read", e);
        }
    }
}
