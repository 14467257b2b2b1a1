package io.github.oldbuffer.spec.judge.rule;

import io.github.oldbuffer.spec.judge.Findings;
import io.github.oldbuffer.spec.judge.seen.CallSeen;
import io.github.oldbuffer.spec.judge.seen.Case;
import io.github.oldbuffer.spec.judge.seen.Traits;
import io.github.oldbuffer.spec.scenario.Function;

/** CHAR-9, READ-9, WRITE-9: success leaves no exception set. */
record NothingRaisedOnSuccess(Function function) implements Rule {
    @Override
    public int needs() {
        return Traits.of(function);
    }

    @Override
    public void examine(Case judged, Findings findings) {
        for (CallSeen call : judged.calls()) {
            if (call.function() == function && call.rightlySucceeded()) {
                if (!findings.holds(call.event().raised() == null)) {
                    findings.violated(
                            call.step(),
                            "succeeded with an exception set",
                            () -> call.told() + " " + call.answer() + " left set");
                }
            }
        }
    }
}
