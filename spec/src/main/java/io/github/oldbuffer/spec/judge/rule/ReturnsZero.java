package io.github.oldbuffer.spec.judge.rule;

import io.github.oldbuffer.spec.facts.Support;
import io.github.oldbuffer.spec.judge.Findings;
import io.github.oldbuffer.spec.judge.seen.CallSeen;
import io.github.oldbuffer.spec.judge.seen.Case;
import io.github.oldbuffer.spec.judge.seen.Traits;
import io.github.oldbuffer.spec.scenario.Function;

/** CHAR-1, READ-1, WRITE-1: where the object supports the interface, the call returns exactly 0. */
record ReturnsZero(Function function) implements Rule {
    @Override
    public int needs() {
        return Traits.of(function);
    }

    @Override
    public void examine(Case judged, Findings findings) {
        for (CallSeen call : judged.calls()) {
            if (call.function() == function && call.support() == Support.YES) {
                if (!findings.holds(call.event().code() == 0)) {
                    findings.violated(
                            call.step(),
                            call.answer() + ", not 0",
                            () -> call.told() + " should return 0, for the object supports the interface; it "
                                    + call.answer());
                }
            }
        }
    }
}
