package io.github.oldbuffer.spec.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.packed.AnyScenario;
import io.github.oldbuffer.spec.packed.AnyTranscript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The published schemas say what the code says, allow what the kit reads, and refuse what it refuses. */
class JsonSchemasTests {

    private static final Path PUBLISHED = Path.of("src/main/resources/io/github/oldbuffer/spec/json");

    private static final Schema SCENARIO = schema(JsonSchemas.scenario());
    private static final Schema TRANSCRIPT = schema(JsonSchemas.transcript());

    /** What a schema cannot say, or not with reasonable effort: what one field asks of another, UTF-8, and 1.0. */
    private static final Pattern BEYOND = Pattern.compile(".*(exporters nest at most|as many strides as|"
            + "stands inside no other exporter|half a surrogate|bytes of text|items: expected 0 to|"
            + "exception: missing|target: |found -?[0-9]+\\.0|counts, found|UNCOUNTED stands twice).*");

    private static final String[] WRONG = {
        "null",
        "true",
        "0",
        "1",
        "-1",
        "64",
        "251",
        "256",
        "65537",
        "1099511627777",
        "9223372036854775808",
        "-2147483649",
        "2.5",
        "\"\"",
        "\"x\"",
        "\"B\"",
        "\"READ\"",
        "\"CHECK\"",
        "\"OTHER\"",
        "\"RAISES\"",
        "\"UNCOUNTED\"",
        "\"00ff\"",
        "\"TypeError\"",
        "\"append\"",
        "[]",
        "{}",
        "[1]",
        "[0,0,0,0,0,0,0,0,0]",
        "{\"within\":1}",
        "{\"elsewhere\":-1}",
        "{\"kind\":\"bytes\",\"length\":1}",
        "[\"OBJECT\",\"OBJECT\"]",
        "\"bytes\"",
        "\"make\"",
        "\"cast\"",
        "\"made\""
    };

    /** Where this fails after a change of a shape: take the file that it names over the one that is published. */
    @Example
    void thePublishedFilesAreWhatTheCodeSays() throws IOException {
        assertEquals(List.of(), outdated("scenario.schema.json", JsonSchemas.scenario()));
        assertEquals(List.of(), outdated("transcript.schema.json", JsonSchemas.transcript()));
    }

    /** The command that mends the file; none where the file is right. */
    private static List<String> outdated(String name, String text) throws IOException {
        Path published = PUBLISHED.resolve(name);
        if (Files.readString(published).equals(text)) {
            return List.of();
        }
        Path made = Files.writeString(Path.of("target").resolve(name), text);
        return List.of("cp spec/" + made + " spec/" + published);
    }

    @Property(tries = 300)
    void whatTheKitWritesIsAllowed(@ForAll("scenario") String scenario, @ForAll("transcript") String transcript) {
        assertEquals("[]", SCENARIO.validate(scenario, InputFormat.JSON).toString());
        assertEquals("[]", TRANSCRIPT.validate(transcript, InputFormat.JSON).toString());
    }

    @Property(tries = 1500)
    void changedScenariosAreAllowedExactlyWhereTheKitReadsThem(@ForAll("scenario") String text, @ForAll long seed) {
        agree(SCENARIO, ScenarioJson::read, changed(text, new Random(seed)));
    }

    @Property(tries = 1500)
    void changedTranscriptsAreAllowedExactlyWhereTheKitReadsThem(@ForAll("transcript") String text, @ForAll long seed) {
        agree(TRANSCRIPT, TranscriptJson::read, changed(text, new Random(seed)));
    }

    @Example
    void nothingElseIsAllowed() {
        for (String text : List.of("{}", "[]", "{\"format\": \"oldbuffer-scenario\", \"version\": 2, \"steps\": []}")) {
            assertFalse(SCENARIO.validate(text, InputFormat.JSON).isEmpty(), text);
            assertFalse(TRANSCRIPT.validate(text, InputFormat.JSON).isEmpty(), text);
        }
    }

    private interface Reading {
        Object read(String text) throws JsonException;
    }

    private static void agree(Schema schema, Reading reading, String text) {
        boolean allowed = schema.validate(text, InputFormat.JSON).isEmpty();
        try {
            reading.read(text);
            assertTrue(allowed, () -> "the kit reads what the schema refuses: " + text);
        } catch (JsonException refused) {
            assertTrue(
                    !allowed || BEYOND.matcher(refused.getMessage()).matches(),
                    () -> "the schema allows what the kit refuses: " + refused.getMessage() + " in " + text);
        }
    }

    private static String changed(String text, Random random) {
        try {
            JsonNode tree = Documents.parse(text);
            List<JsonNode> containers = new ArrayList<>();
            collect(tree, containers);
            JsonNode one = containers.get(random.nextInt(containers.size()));
            JsonNode wrong = Documents.parse(WRONG[random.nextInt(WRONG.length)]);
            if (one instanceof ObjectNode object) {
                List<String> names = new ArrayList<>();
                object.fieldNames().forEachRemaining(names::add);
                String name = names.isEmpty() ? "x" : names.get(random.nextInt(names.size()));
                switch (random.nextInt(4)) {
                    case 0 -> object.remove(name);
                    case 1 -> object.set(random.nextBoolean() ? "more" : "exception", wrong);
                    default -> object.set(name, wrong);
                }
            } else {
                ((ArrayNode) one).add(wrong);
            }
            return tree.toString();
        } catch (JsonException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static void collect(JsonNode tree, List<JsonNode> containers) {
        if (tree.isContainerNode()) {
            containers.add(tree);
            tree.forEach(each -> collect(each, containers));
        }
    }

    private static Schema schema(String text) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
    }

    @Provide
    Arbitrary<String> scenario() {
        return AnyScenario.scenario().map(ScenarioJson::write);
    }

    @Provide
    Arbitrary<String> transcript() {
        return AnyTranscript.transcript().map(TranscriptJson::write);
    }
}
