package io.github.oldbuffer.spec.judge.rule;

import io.github.oldbuffer.spec.facts.Support;
import io.github.oldbuffer.spec.judge.Findings;
import io.github.oldbuffer.spec.judge.seen.CallSeen;
import io.github.oldbuffer.spec.judge.seen.Case;
import io.github.oldbuffer.spec.judge.seen.Traits;
import io.github.oldbuffer.spec.scenario.Function;

/** CHECK-1: 1 where the object supports the single-segment readable interface. */
record CheckSaysYes() implements Rule {
    @Override
    public int needs() {
        return Traits.of(Function.CHECK);
    }

    @Override
    public void examine(Case judged, Findings findings) {
        for (CallSeen call : judged.calls()) {
            if (call.function() == Function.CHECK && call.support() == Support.YES) {
                if (!findings.holds(call.event().code() == 1)) {
                    findings.violated(
                            call.step(),
                            "returned " + call.event().code() + ", not 1",
                            () -> call.told() + " should return 1, for the object can be read; it " + call.answer());
                }
            }
        }
    }
}
