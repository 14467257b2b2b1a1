package io.github.oldbuffer.spec.judge.rule;

import io.github.oldbuffer.spec.facts.Layout;
import io.github.oldbuffer.spec.facts.Layout.Segments;
import io.github.oldbuffer.spec.judge.Findings;
import io.github.oldbuffer.spec.judge.seen.CallSeen;
import io.github.oldbuffer.spec.judge.seen.Case;
import io.github.oldbuffer.spec.judge.seen.Traits;
import io.github.oldbuffer.spec.scenario.Function;

/** CHAR-6, READ-6, WRITE-6: only a single segment will do; strided, Fortran-ordered or indirect memory fails. */
record SingleSegment(Function function) implements Rule {
    @Override
    public int needs() {
        return Traits.of(function);
    }

    @Override
    public void examine(Case judged, Findings findings) {
        for (CallSeen call : judged.calls()) {
            if (call.function() == function
                    && call.state().subject().hasMemory()
                    && call.state().subject().segments() == Segments.MANY) {
                Layout layout = call.state().subject().layout();
                String kind = layout.indirect() ? "indirect" : layout.fortran() ? "Fortran-ordered" : "strided";
                if (!findings.holds(call.event().code() != 0)) {
                    findings.violated(
                            call.step(),
                            "succeeded on " + kind + " memory",
                            () -> call.told() + " should fail on " + kind + " memory (shape " + layout.shape()
                                    + ", strides " + layout.strides() + ", items of " + layout.itemsize()
                                    + "); it returned 0");
                }
            }
        }
    }
}
