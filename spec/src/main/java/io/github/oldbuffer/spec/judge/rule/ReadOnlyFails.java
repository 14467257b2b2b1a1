package io.github.oldbuffer.spec.judge.rule;

import io.github.oldbuffer.spec.facts.Support;
import io.github.oldbuffer.spec.judge.Findings;
import io.github.oldbuffer.spec.judge.seen.CallSeen;
import io.github.oldbuffer.spec.judge.seen.Case;
import io.github.oldbuffer.spec.judge.seen.Traits;
import io.github.oldbuffer.spec.scenario.Function;

/** WRITE-13: read-only memory fails. */
record ReadOnlyFails() implements Rule {
    @Override
    public int needs() {
        return Traits.of(Function.WRITE);
    }

    @Override
    public void examine(Case judged, Findings findings) {
        for (CallSeen call : judged.calls()) {
            if (call.function() == Function.WRITE
                    && call.state().subject().readonly()
                    && call.state().subject().readable() != Support.NO) {
                if (!findings.holds(call.event().code() != 0)) {
                    findings.violated(
                            call.step(),
                            "succeeded on read-only memory",
                            () -> call.told() + " should fail, for the memory is read-only; it returned 0");
                }
            }
        }
    }
}
