package io.github.oldbuffer.spec.judge.rule;

import io.github.oldbuffer.spec.facts.Support;
import io.github.oldbuffer.spec.judge.Findings;
import io.github.oldbuffer.spec.judge.seen.CallSeen;
import io.github.oldbuffer.spec.judge.seen.Case;
import io.github.oldbuffer.spec.judge.seen.Traits;
import io.github.oldbuffer.spec.scenario.Function;

/** CHECK-2: 0 where the object does not support the single-segment readable interface, never another value. */
record CheckSaysNo() implements Rule {
    @Override
    public int needs() {
        return Traits.of(Function.CHECK);
    }

    @Override
    public void examine(Case judged, Findings findings) {
        for (CallSeen call : judged.calls()) {
            if (call.function() == Function.CHECK
                    && (call.support() == Support.NO || (call.support() == Support.OPEN && !call.succeeded()))) {
                if (!findings.holds(call.event().code() == 0)) {
                    findings.violated(
                            call.step(),
                            "returned " + call.event().code() + ", not 0",
                            () -> call.told() + " should return 0, for the object cannot be read as one segment; it "
                                    + call.answer());
                }
            }
        }
    }
}
