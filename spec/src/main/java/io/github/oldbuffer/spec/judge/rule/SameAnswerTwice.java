package io.github.oldbuffer.spec.judge.rule;

import io.github.oldbuffer.spec.judge.Findings;
import io.github.oldbuffer.spec.judge.seen.CallSeen;
import io.github.oldbuffer.spec.judge.seen.Case;
import io.github.oldbuffer.spec.judge.seen.Traits;
import io.github.oldbuffer.spec.transcript.Raised;
import java.util.Objects;

/**
 * ALL-3: the same call on an unchanged object gives the same result: code, exception and length. (Clause 7 of each
 * function has the address.)
 */
record SameAnswerTwice() implements Rule {
    @Override
    public int needs() {
        return Traits.SEVERAL_CALLS;
    }

    @Override
    public void examine(Case judged, Findings findings) {
        CallSeen[] calls = judged.calls();
        for (int i = 0; i < calls.length; i++) {
            CallSeen first = calls[i];
            for (int k = i + 1; k < calls.length; k++) {
                CallSeen again = calls[k];
                if (again.function() == first.function() && again.sameState(first)) {
                    if (!findings.holds(first.event().code() == again.event().code()
                            && Objects.equals(
                                    type(first.event().raised()),
                                    type(again.event().raised()))
                            && Objects.equals(
                                    first.event().length(), again.event().length()))) {
                        findings.violated(
                                again.step(),
                                first.function().cName() + " answered the same call differently",
                                () -> again.told() + " " + again.answer() + " with " + again.length()
                                        + "; the same call before it " + first.answer() + " with " + first.length());
                    }
                }
            }
        }
    }

    private static String type(Raised raised) {
        return raised == null ? null : raised.type();
    }
}
