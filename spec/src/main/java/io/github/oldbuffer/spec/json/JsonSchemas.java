package io.github.oldbuffer.spec.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.schema.EventShape;
import io.github.oldbuffer.spec.schema.OutcomeShape;
import io.github.oldbuffer.spec.schema.StepShape;
import io.github.oldbuffer.spec.shape.Definitions;
import io.github.oldbuffer.spec.shape.Shape;

/**
 * JSON Schemas of scenarios and transcripts, draft 2020-12, made from what the kit itself reads them by.
 *
 * <p>They allow whatever the kit reads, and little else: what one field says about another stays the kit's to check, such as
 * how many strides there are, and so does how deep exporters nest.
 */
public final class JsonSchemas {

    private JsonSchemas() {}

    /** The schema of what {@link ScenarioJson} reads. */
    public static String scenario() {
        Definitions definitions = new Definitions();
        ObjectNode schema = document(ScenarioJson.FORMAT, "A scenario: steps over numbered objects.");
        list(schema, "steps", StepShape.step(), definitions);
        return finished(schema, definitions);
    }

    /** The schema of what {@link TranscriptJson} reads. */
    public static String transcript() {
        Definitions definitions = new Definitions();
        ObjectNode schema = document(
                TranscriptJson.FORMAT, "A transcript: what an implementation did with a scenario, step by step.");
        require(schema, "outcome", OutcomeShape.outcome().schema(definitions));
        list(schema, "events", EventShape.event(), definitions);
        return finished(schema, definitions);
    }

    private static ObjectNode document(String format, String title) {
        ObjectNode schema = Shape.JSON
                .objectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", "urn:" + format.replace('-', ':') + ":" + Header.VERSION)
                .put("title", title)
                .put("type", "object");
        schema.putObject("properties");
        schema.putArray("required");
        require(schema, "format", Shape.JSON.objectNode().put("const", format));
        require(schema, "version", Shape.JSON.objectNode().put("const", Header.VERSION));
        return schema;
    }

    private static void list(ObjectNode schema, String name, Shape<?> item, Definitions definitions) {
        ObjectNode list = Shape.JSON.objectNode().put("type", "array").put("maxItems", Scenario.MAX_STEPS);
        require(schema, name, list.set("items", item.schema(definitions)));
    }

    private static void require(ObjectNode schema, String name, ObjectNode property) {
        schema.withObjectProperty("properties").set(name, property);
        schema.withArrayProperty("required").add(name);
    }

    private static String finished(ObjectNode schema, Definitions definitions) {
        schema.put("additionalProperties", false).set("$defs", definitions.all());
        return schema.toPrettyString() + "\n";
    }
}
