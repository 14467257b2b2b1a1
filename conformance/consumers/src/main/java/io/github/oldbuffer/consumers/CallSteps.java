package io.github.oldbuffer.consumers;

import io.github.oldbuffer.consumers.worker.Call;
import io.github.oldbuffer.spec.consumer.ConsumerScenario;
import io.github.oldbuffer.spec.consumer.ConsumerTranscript;
import io.github.oldbuffer.spec.consumer.ConsumerTranscript.Outcome;
import io.github.oldbuffer.spec.results.Evidence.Seen;
import java.util.ArrayList;
import java.util.List;

/** A witness in words. */
public final class CallSteps {

    private CallSteps() {}

    /** What was done and what happened, one after the other. */
    public static List<Seen> of(Call call, ConsumerScenario scenario, ConsumerTranscript transcript) {
        List<Seen> steps = new ArrayList<>();
        String function = call.expression() + (scenario.wrong() == null ? "" : ", another argument wrong");
        if (!transcript.references().isEmpty()) {
            steps.add(seen(
                    function + " with " + scenario.reference() + " of "
                            + scenario.content().words(),
                    told(transcript.references().get(0))));
        }
        steps.add(seen(function + " with " + scenario.words(), happened(transcript)));
        if (transcript.requests() != null) {
            steps.add(seen(
                    "requests of the first call",
                    transcript.requests().count() + ", flags "
                            + transcript.requests().flags() + ", refused "
                            + transcript.requests().refused()));
        }
        if (transcript.views() != null) {
            steps.add(seen(
                    "views of all " + transcript.times() + " calls",
                    transcript.views().acquired() + " granted, "
                            + transcript.views().held() + " still held, "
                            + transcript.views().surplus() + " released without being held"));
        }
        if (transcript.growth() != null) {
            steps.add(seen("the object's reference count", "changed by " + transcript.growth()));
        }
        if (transcript.resize() != null && transcript.resize().tried()) {
            String refused = transcript.resize().refused();
            steps.add(seen("a resize of the object afterwards", refused == null ? "succeeded" : refused));
        }
        return steps;
    }

    private static String happened(ConsumerTranscript transcript) {
        if (transcript.unsupported() != null) {
            return "not supported: " + transcript.unsupported();
        } else if (transcript.death() == null) {
            return told(transcript.answer());
        }
        ConsumerTranscript.Fault fault = transcript.fault();
        return transcript.death()
                + (fault == null ? "" : ": " + fault.how() + ", " + fault.place() + ", offset " + fault.offset());
    }

    private static String told(Outcome outcome) {
        return outcome.raised() == null
                ? "returned " + outcome.value()
                : "raised " + outcome.raised() + ": " + outcome.message();
    }

    private static Seen seen(String step, String happened) {
        return new Seen(step, happened, "");
    }
}
