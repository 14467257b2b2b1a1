package io.github.oldbuffer.spec.judge.rule;

import io.github.oldbuffer.spec.judge.Findings;
import io.github.oldbuffer.spec.judge.seen.CallSeen;
import io.github.oldbuffer.spec.judge.seen.Case;
import io.github.oldbuffer.spec.judge.seen.Traits;
import io.github.oldbuffer.spec.scenario.Function;

/** CHAR-5, READ-5, WRITE-5: on success the length is that of the object's memory, in bytes. */
record LengthInBytes(Function function) implements Rule {
    @Override
    public int needs() {
        return Traits.of(function);
    }

    @Override
    public void examine(Case judged, Findings findings) {
        for (CallSeen call : judged.calls()) {
            if (call.function() == function && call.rightlySucceeded()) {
                long expected = call.state().length();
                String wrong = wrong(call, expected);
                if (!findings.holds(wrong == null)) {
                    findings.violated(
                            call.step(),
                            wrong,
                            () -> call.told() + " should give a length of " + expected + " bytes; it gave "
                                    + call.event().length());
                }
            }
        }
    }

    private static String wrong(CallSeen call, long expected) {
        Long length = call.event().length();
        if (length == null) {
            return "the length was not set";
        } else if (length == expected) {
            return null;
        } else if (length == call.state().subject().layout().items()) {
            return "the length counts items, not bytes";
        } else if (length == (int) expected || length == (expected & 0xFFFF_FFFFL)) {
            return "the length is cut to 32 bits";
        }
        return length < expected ? "the length is too small" : "the length is too large";
    }
}
