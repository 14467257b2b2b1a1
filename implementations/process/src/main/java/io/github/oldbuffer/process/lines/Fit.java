package io.github.oldbuffer.process.lines;

import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;

/** Whether a transcript can be one of a scenario: what the judge takes for granted. */
final class Fit {

    private static final String FAULT = "no transcript";

    private Fit() {}

    /** @throws ProtocolException where the events do not fit the steps, or a step is named that is not there */
    static void check(Scenario scenario, Transcript transcript) throws ProtocolException {
        int steps = scenario.steps().size();
        int events = transcript.events().size();
        Outcome outcome = transcript.outcome();
        if (outcome instanceof Outcome.Completed ? events != steps : events > steps) {
            throw new ProtocolException(FAULT, "a transcript has " + events + " events for " + steps + " steps");
        }
        if (outcome instanceof Outcome.Unsupported unsupported && unsupported.step() >= steps
                || outcome instanceof Outcome.Died died && died.step() >= steps) {
            throw new ProtocolException(FAULT, "the outcome of a transcript names a step that the scenario lacks");
        }
        for (int i = 0; i < events; i++) {
            if (!fits(scenario.steps().get(i), transcript.events().get(i))) {
                throw new ProtocolException(FAULT, "event " + i + " of a transcript is of another kind than its step");
            }
        }
    }

    private static boolean fits(Step step, Event event) {
        return event instanceof Event.Skipped || event.getClass() == eventOf(step);
    }

    private static Class<? extends Event> eventOf(Step step) {
        if (step instanceof Step.Make) {
            return Event.Made.class;
        } else if (step instanceof Step.Call) {
            return Event.Called.class;
        } else if (step instanceof Step.Peek) {
            return Event.Peeked.class;
        } else if (step instanceof Step.Poke) {
            return Event.Poked.class;
        } else if (step instanceof Step.Acquire || step instanceof Step.Parse) {
            return Event.Viewed.class;
        }
        return Event.Done.class;
    }
}
