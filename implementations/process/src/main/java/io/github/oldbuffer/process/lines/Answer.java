package io.github.oldbuffer.process.lines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.json.JsonException;
import io.github.oldbuffer.spec.json.TranscriptJson;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.Set;

/** What a program says while a scenario is with it. */
sealed interface Answer {

    /** The step of this index begins. */
    record Progress(int step) implements Answer {

        /** This, if it tells progress: a program that tells of steps for ever would never be through. */
        Progress after(int least) throws ProtocolException {
            if (step < least) {
                throw new ProtocolException("no step", "\"step\" does not grow");
            }
            return this;
        }
    }

    /** The scenario is through. */
    record Finished(Transcript transcript) implements Answer {}

    /**
     * Reads an answer.
     *
     * @param run the number of the scenario that is under way
     * @throws ProtocolException where it is no answer, or none to this scenario
     */
    static Answer read(ObjectNode message, long run, Scenario scenario) throws ProtocolException {
        LineJson.onlyFields(message, Set.of("run", "step", "transcript"));
        JsonNode number = message.path("run");
        if (!number.isIntegralNumber() || !number.canConvertToLong() || number.longValue() != run) {
            throw new ProtocolException("wrong run", "it answers another run than the one asked for");
        }
        JsonNode step = message.get("step");
        JsonNode transcript = message.get("transcript");
        if ((step == null) == (transcript == null)) {
            throw new ProtocolException("no answer", "an answer has either a \"step\" or a \"transcript\"");
        }
        return step == null ? new Finished(transcript(transcript, scenario)) : new Progress(step(step, scenario));
    }

    private static int step(JsonNode step, Scenario scenario) throws ProtocolException {
        if (!step.isIntegralNumber()
                || !step.canConvertToInt()
                || step.intValue() < 0
                || step.intValue() >= scenario.steps().size()) {
            throw new ProtocolException("no step", "\"step\" is not the index of a step of the scenario");
        }
        return step.intValue();
    }

    private static Transcript transcript(JsonNode tree, Scenario scenario) throws ProtocolException {
        try {
            Transcript transcript = TranscriptJson.fromTree(tree);
            Fit.check(scenario, transcript);
            return transcript;
        } catch (JsonException e) {
            throw new ProtocolException("no transcript", "a transcript is wrong: " + e.getMessage());
        }
    }
}
