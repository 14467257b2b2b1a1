package io.github.oldbuffer.process.lines;

import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.StepKind;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Sample;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.Locale;

/** Whether a transcript can be one of a scenario: what the judge takes for granted. */
final class Fit {

    private Fit() {}

    /** @throws ProtocolException where the events do not fit the steps, or a step is named that is not there */
    static void check(Scenario scenario, Transcript transcript) throws ProtocolException {
        int steps = scenario.steps().size();
        int events = transcript.events().size();
        Outcome outcome = transcript.outcome();
        if (outcome instanceof Outcome.Completed && events != steps) {
            throw wrong("events", "expected " + steps + " events, one for each step, found " + events);
        }
        if (events > steps) {
            throw wrong("events", "expected at most " + steps + " events, one for each step, found " + events);
        }
        if (outcome instanceof Outcome.Unsupported unsupported && unsupported.step() >= steps
                || outcome instanceof Outcome.Died died && died.step() >= steps) {
            throw wrong("outcome.step", "the scenario has no such step, only 0 to " + (steps - 1));
        }
        for (int i = 0; i < events; i++) {
            check(
                    "events[" + i + "]",
                    scenario.steps().get(i),
                    transcript.events().get(i));
        }
    }

    private static void check(String place, Step step, Event event) throws ProtocolException {
        if (!(event instanceof Event.Skipped) && event.getClass() != eventOf(step)) {
            throw wrong(
                    place + ".did",
                    "expected " + wordOf(eventOf(step)) + " or skipped, since the step is \""
                            + StepKind.of(step).word() + "\", found " + wordOf(event.getClass()));
        }
        if (event instanceof Event.Called called && called.length() != null) {
            int bytes = Sample.count(called.length());
            if (called.sample().state() == Sample.State.READ && called.sample().size() != bytes) {
                throw wrong(
                        place + ".sample",
                        "expected " + bytes + " bytes for a length of " + called.length() + ", found "
                                + called.sample().size());
            }
        }
    }

    private static ProtocolException wrong(String field, String sentence) {
        return ProtocolException.field("transcript." + field, sentence);
    }

    private static String wordOf(Class<? extends Event> event) {
        return event.getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static Class<? extends Event> eventOf(Step step) {
        if (step instanceof Step.Make || step instanceof Step.Share) {
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
