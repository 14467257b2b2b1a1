package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.oldbuffer.spec.json.JsonSchemas;
import io.github.oldbuffer.spec.json.ScenarioJson;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema of scenarios allows every scenario on file, and what the kit writes for it. */
class ScenarioSchemaTests {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(JsonSchemas.scenario(), InputFormat.JSON);

    @ParameterizedTest
    @ValueSource(strings = {"cpython", "pypy", "graalpy", "reference/cpython", "reference/pypy", "reference/graalpy"})
    void witnessesOfKnownDeviations(String name) throws Exception {
        assertAllowed(KnownDeviations.class.getResourceAsStream(name + ".json"));
    }

    @Test
    void objectsThatAreExpressions() throws Exception {
        assertAllowed(ScenarioSchemaTests.class.getResourceAsStream("objects.json"));
    }

    private static void assertAllowed(InputStream file) throws Exception {
        List<JsonNode> scenarios = new ArrayList<>();
        collect(read(file), scenarios);
        assertTrue(!scenarios.isEmpty(), "there are scenarios in the file");
        for (JsonNode scenario : scenarios) {
            assertEquals(
                    "[]", SCHEMA.validate(scenario.toString(), InputFormat.JSON).toString());
            String written = ScenarioJson.write(ScenarioJson.fromTree(scenario));
            assertEquals("[]", SCHEMA.validate(written, InputFormat.JSON).toString());
        }
    }

    private static JsonNode read(InputStream file) throws IOException {
        try (file) {
            return new ObjectMapper().readTree(file);
        }
    }

    private static void collect(JsonNode tree, List<JsonNode> scenarios) {
        if ("oldbuffer-scenario".equals(tree.path("format").asText())) {
            scenarios.add(tree);
        } else {
            tree.forEach(each -> collect(each, scenarios));
        }
    }
}
