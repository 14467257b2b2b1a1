package io.github.oldbuffer.spec.results;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.oldbuffer.spec.consumer.ConsumerScenario;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.json.ScenarioJson;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Witness;

/** Witnesses as JSON documents, told apart by their format. */
public final class WitnessForm {

    private WitnessForm() {}

    public static JsonNode toTree(Witness witness) {
        return witness instanceof ConsumerScenario call ? call.toTree() : ScenarioJson.toTree((Scenario) witness);
    }

    /**
     * Reads a witness, which may still be invalid.
     *
     * @throws JsonException where the tree is none
     */
    public static Witness fromTree(JsonNode document) throws JsonException {
        return document.path("format").asText().equals(ConsumerScenario.FORMAT)
                ? ConsumerScenario.read(document.toString())
                : ScenarioJson.fromTree(document);
    }
}
