package io.github.oldbuffer.process.lines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.json.TranscriptJson;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.List;

/** What a program says while a scenario is with it. */
sealed interface Answer {

    /** The step of this index begins. */
    record Progress(int step) implements Answer {

        /** This, if it tells progress: a program that tells of steps for ever would never be through. */
        Progress after(int least) throws ProtocolException {
            if (step < least) {
                throw ProtocolException.field("step", "step " + step + " does not come after step " + (least - 1));
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
        LineJson.onlyFields(message, List.of("run", "step", "transcript"));
        JsonNode number = message.get("run");
        if (!is(number, run)) {
            throw ProtocolException.field("run", run + ", the number of the scenario that is to be answered", number);
        }
        JsonNode step = message.get("step");
        JsonNode transcript = message.get("transcript");
        if (step == null && transcript == null) {
            throw ProtocolException.field("transcript", "a transcript (or a \"step\" before it)", null);
        }
        if (step != null && transcript != null) {
            throw ProtocolException.field("step", "a message has a \"step\" or a \"transcript\", not both");
        }
        return step == null ? new Finished(transcript(transcript, scenario)) : new Progress(step(step, scenario));
    }

    private static boolean is(JsonNode value, long number) {
        return value != null && value.isIntegralNumber() && value.canConvertToLong() && value.longValue() == number;
    }

    private static int step(JsonNode step, Scenario scenario) throws ProtocolException {
        int last = scenario.steps().size() - 1;
        if (!step.isIntegralNumber() || !step.canConvertToInt() || step.intValue() < 0 || step.intValue() > last) {
            throw ProtocolException.field("step", "the index of a step, 0 to " + last, step);
        }
        return step.intValue();
    }

    private static Transcript transcript(JsonNode tree, Scenario scenario) throws ProtocolException {
        try {
            Transcript transcript = TranscriptJson.fromTree(tree);
            Fit.check(scenario, transcript);
            return transcript;
        } catch (JsonException wrong) {
            throw ProtocolException.inside("transcript", wrong);
        }
    }
}
