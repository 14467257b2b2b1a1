package io.github.oldbuffer.spec.judge.rule;

import io.github.oldbuffer.spec.judge.Findings;
import io.github.oldbuffer.spec.judge.seen.CallSeen;
import io.github.oldbuffer.spec.judge.seen.Case;
import io.github.oldbuffer.spec.judge.seen.Traits;
import io.github.oldbuffer.spec.scenario.Function;

/** ALL-1: Check is 1 exactly when Read succeeds. */
record CheckAgreesWithRead() implements Rule {
    @Override
    public int needs() {
        return Traits.of(Function.CHECK) | Traits.of(Function.READ);
    }

    @Override
    public void examine(Case judged, Findings findings) {
        for (CallSeen check : judged.calls()) {
            if (check.function() != Function.CHECK) {
                continue;
            }
            for (CallSeen read : judged.calls()) {
                if (read.function() == Function.READ && read.sameState(check)) {
                    if (!findings.holds(check.succeeded() == read.succeeded())) {
                        findings.violated(
                                Math.max(check.step(), read.step()),
                                check.succeeded() ? "Check said 1, Read failed" : "Check did not say 1, Read succeeded",
                                () -> check.told() + " " + check.answer() + ", yet " + read.told() + " "
                                        + read.answer());
                    }
                }
            }
        }
    }
}
