package io.github.oldbuffer.spec.judge.rule;

import io.github.oldbuffer.spec.judge.Findings;
import io.github.oldbuffer.spec.judge.seen.CallSeen;
import io.github.oldbuffer.spec.judge.seen.Case;
import io.github.oldbuffer.spec.judge.seen.Traits;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.transcript.Pointer;

/** CHAR-8, READ-8, WRITE-8: on failure neither output is touched. */
record OutputsUntouched(Function function) implements Rule {
    @Override
    public int needs() {
        return Traits.of(function);
    }

    @Override
    public void examine(Case judged, Findings findings) {
        for (CallSeen call : judged.calls()) {
            if (call.function() == function && call.failed()) {
                if (!findings.holds(call.event().pointer().kind() == Pointer.Kind.UNTOUCHED)) {
                    findings.violated(
                            call.step(),
                            "the pointer was written on failure",
                            () -> call.told() + " " + call.answer() + ", yet wrote "
                                    + call.event().pointer() + " to *buffer");
                }
                if (!findings.holds(call.event().length() == null)) {
                    findings.violated(
                            call.step(),
                            "the length was written on failure",
                            () -> call.told() + " " + call.answer() + ", yet wrote "
                                    + call.event().length() + " to *buffer_len");
                }
            }
        }
    }
}
