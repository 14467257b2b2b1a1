package io.github.oldbuffer.spec.judge.rule;

import io.github.oldbuffer.spec.facts.Layout.Segments;
import io.github.oldbuffer.spec.facts.State;
import io.github.oldbuffer.spec.facts.Support;
import io.github.oldbuffer.spec.judge.Findings;
import io.github.oldbuffer.spec.judge.seen.CallSeen;
import io.github.oldbuffer.spec.judge.seen.Case;
import io.github.oldbuffer.spec.judge.seen.Traits;
import io.github.oldbuffer.spec.scenario.Function;

/**
 * CHAR-2, READ-2, WRITE-2: where the object does not support the interface, the call returns exactly -1.
 *
 * <p>A 0 for memory of many segments is left to clause 6, a 0 of WRITE for read-only memory to WRITE-13.
 */
record ReturnsMinusOne(Function function) implements Rule {
    @Override
    public int needs() {
        return Traits.of(function);
    }

    @Override
    public void examine(Case judged, Findings findings) {
        for (CallSeen call : judged.calls()) {
            if (call.function() == function && call.support() != Support.YES) {
                int code = call.event().code();
                if (code == 0 && (call.support() == Support.OPEN || leftToAnotherClause(call.state()))) {
                    continue;
                }
                if (!findings.holds(code == -1)) {
                    findings.violated(
                            call.step(),
                            "returned " + code + ", not -1",
                            () -> call.told() + " should return -1, for the object does not support the interface; it "
                                    + call.answer());
                }
            }
        }
    }

    private boolean leftToAnotherClause(State state) {
        return state.subject().hasMemory()
                && (state.subject().segments() == Segments.MANY
                        || (function == Function.WRITE && state.subject().readonly()));
    }
}
