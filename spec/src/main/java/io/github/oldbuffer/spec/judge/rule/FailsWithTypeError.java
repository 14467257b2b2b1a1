package io.github.oldbuffer.spec.judge.rule;

import io.github.oldbuffer.spec.judge.Findings;
import io.github.oldbuffer.spec.judge.seen.CallSeen;
import io.github.oldbuffer.spec.judge.seen.Case;
import io.github.oldbuffer.spec.judge.seen.Traits;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.transcript.Raised;

/** CHAR-3, READ-3, WRITE-3: every failure leaves an exception set, and it is a TypeError. */
record FailsWithTypeError(Function function) implements Rule {
    @Override
    public int needs() {
        return Traits.of(function);
    }

    @Override
    public void examine(Case judged, Findings findings) {
        for (CallSeen call : judged.calls()) {
            if (call.function() == function && call.failed()) {
                Raised raised = call.event().raised();
                if (raised == null) {
                    findings.violated(
                            call.step(),
                            "failed without an exception",
                            () -> call.told() + " " + call.answer() + " and left no exception set");
                } else {
                    if (!findings.holds(raised.typeError())) {
                        findings.violated(
                                call.step(),
                                "failed with " + raised.type() + ", not TypeError",
                                () -> call.told() + " " + call.answer() + " (" + raised.message()
                                        + "), not with TypeError");
                    }
                }
            }
        }
    }
}
