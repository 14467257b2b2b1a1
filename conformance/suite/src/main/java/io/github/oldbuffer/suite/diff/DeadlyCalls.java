package io.github.oldbuffer.suite.diff;

import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.HashMap;
import java.util.Map;

/**
 * Calls with NULL arguments or an exception pending that implementations die of; not a value, it collects.
 *
 * <p>Nobody promises to survive these, and each death is slow: after some of them such calls are left out, so that the
 * others get their turn.
 */
final class DeadlyCalls {

    /** Deaths that show enough of a call. */
    private static final int ENOUGH = 3;

    private final Map<Step.Call, Integer> deaths = new HashMap<>();
    private long leftOut;

    void see(Scenario scenario, Transcript transcript) {
        if (transcript.outcome() instanceof Outcome.Died died
                && died.step() < scenario.steps().size()
                && scenario.steps().get(died.step()) instanceof Step.Call call
                && !call.plain()) {
            deaths.merge(anyObject(call), 1, Integer::sum);
        }
    }

    /** Whether a scenario is not worth its death; counts those of which it says so. */
    boolean leavesOut(Scenario scenario) {
        boolean deadly = scenario.steps().stream()
                .anyMatch(step -> step instanceof Step.Call call && deaths.getOrDefault(anyObject(call), 0) >= ENOUGH);
        leftOut += deadly ? 1 : 0;
        return deadly;
    }

    long leftOut() {
        return leftOut;
    }

    /** What makes a call deadly: the arguments that are NULL, or else the pending exception; hardly ever both. */
    private static Step.Call anyObject(Step.Call call) {
        return new Step.Call(call.function(), 0, call.nulls(), call.nulls().isEmpty() ? call.pending() : null);
    }
}
