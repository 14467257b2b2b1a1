package io.github.oldbuffer.spec.judge.rule;

import io.github.oldbuffer.spec.facts.State;
import io.github.oldbuffer.spec.judge.Findings;
import io.github.oldbuffer.spec.judge.seen.CallSeen;
import io.github.oldbuffer.spec.judge.seen.Case;
import io.github.oldbuffer.spec.judge.seen.Traits;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.transcript.Pointer;
import io.github.oldbuffer.spec.transcript.Sample;

/** CHAR-4, READ-4, WRITE-4: on success the pointer is where the object's memory is: the bytes there are its bytes. */
record PointsToTheMemory(Function function) implements Rule {
    @Override
    public int needs() {
        return Traits.of(function);
    }

    @Override
    public void examine(Case judged, Findings findings) {
        for (CallSeen call : judged.calls()) {
            if (call.function() == function
                    && call.rightlySucceeded()
                    && call.state().length() > 0) {
                String wrong = wrong(call);
                if (!findings.holds(wrong == null)) {
                    findings.violated(
                            call.step(),
                            wrong,
                            () -> call.told() + " returned 0, but " + wrong + ": got "
                                    + call.event().pointer() + " with "
                                    + call.event().sample() + ", expected "
                                    + call.state().sample());
                }
            }
        }
    }

    /** What is wrong with the pointer of a call that succeeded on memory that is not empty; {@code null}: nothing. */
    static String wrong(CallSeen call) {
        Pointer pointer = call.event().pointer();
        Sample sample = call.event().sample();
        if (pointer.kind() == Pointer.Kind.UNTOUCHED) {
            return "the pointer was not set";
        } else if (pointer.kind() == Pointer.Kind.NULL) {
            return "the pointer is NULL";
        } else if (sample.state() == Sample.State.UNREADABLE && !pointer.equals(Pointer.within(0))) {
            return "the pointer leads to no readable memory";
        } else if (elsewhereInside(pointer) || !sameBytes(call)) {
            return "the bytes there are not the object's";
        }
        return null;
    }

    /** Sparse memory is all zeros, so that its bytes do not tell one place from another. */
    private static boolean elsewhereInside(Pointer pointer) {
        return pointer.kind() == Pointer.Kind.WITHIN && pointer.value() != 0;
    }

    /**
     * Compares offset by offset, so that a wrong length is not blamed on the pointer; nor is it to blame for bytes that
     * the call itself changed.
     */
    private static boolean sameBytes(CallSeen call) {
        Sample sample = call.event().sample();
        Long length = call.event().length();
        if (length == null || call.event().damage() != null) {
            return true;
        }
        State state = call.state();
        long there = state.length();
        for (int i = 0; i < sample.size(); i++) {
            long offset = Sample.offset(length, i);
            if (offset < there && sample.at(i) != state.byteAt(offset)) {
                return false;
            }
        }
        return true;
    }
}
