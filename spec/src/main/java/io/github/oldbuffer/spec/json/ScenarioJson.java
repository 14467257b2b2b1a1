package io.github.oldbuffer.spec.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.form.Fields;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.schema.StepShape;
import java.util.List;

/**
 * Scenarios as JSON documents of the format {@code oldbuffer-scenario}, version 1.
 *
 * <p>Every scenario that the packed form can tell comes back equal, and the same scenario always gives the same text.
 */
public final class ScenarioJson {

    static final String FORMAT = "oldbuffer-scenario";

    private ScenarioJson() {}

    /** The scenario as text, one step a line, with a newline at the end. */
    public static String write(Scenario scenario) {
        return Documents.text(toTree(scenario));
    }

    public static ObjectNode toTree(Scenario scenario) {
        ObjectNode document = Header.write(FORMAT);
        ArrayNode steps = document.putArray("steps");
        scenario.steps().forEach(step -> steps.add(StepShape.step().json(step)));
        return document;
    }

    /**
     * Reads a scenario, which may still be invalid.
     *
     * @throws JsonException where the text is not JSON or not a scenario
     */
    public static Scenario read(String text) throws JsonException {
        return fromTree(Documents.parse(text));
    }

    /**
     * Reads a scenario, which may still be invalid.
     *
     * @throws JsonException where the tree is not a scenario
     */
    public static Scenario fromTree(JsonNode document) throws JsonException {
        Fields fields = Header.read(document, FORMAT);
        List<Step> steps = fields.get("steps").list(Scenario.MAX_STEPS, StepShape.step()::parse);
        fields.end();
        return new Scenario(steps);
    }
}
