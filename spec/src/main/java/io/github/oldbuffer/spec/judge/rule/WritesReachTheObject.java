package io.github.oldbuffer.spec.judge.rule;

import io.github.oldbuffer.spec.facts.Fact;
import io.github.oldbuffer.spec.judge.Findings;
import io.github.oldbuffer.spec.judge.seen.CallSeen;
import io.github.oldbuffer.spec.judge.seen.Case;
import io.github.oldbuffer.spec.judge.seen.Traits;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Event;

/** WRITE-14: bytes written through the pointer are the object's bytes from then on. */
record WritesReachTheObject() implements Rule {
    @Override
    public int needs() {
        return Traits.POKE;
    }

    @Override
    public void examine(Case judged, Findings findings) {
        for (int i = 0; i < judged.size(); i++) {
            if (judged.step(i) instanceof Step.Poke poke
                    && judged.fact(i) instanceof Fact.OfChange
                    && judged.event(i) instanceof Event.Poked poked) {
                if (poked.seen() < 0) {
                    continue;
                }
                if (!findings.holds(poked.seen() == poke.value())) {
                    findings.violated(
                            i,
                            "a byte written through the pointer is not the object's",
                            () -> "byte " + poke.offset() + " of object " + poke.object() + " should be " + poke.value()
                                    + " after it was written through the pointer; it is " + poked.seen());
                }
            } else if (judged.step(i) instanceof Step.Poke poke && judged.event(i) instanceof Event.Skipped skipped) {
                notInTheMemory(judged, i, poke, skipped, findings);
            }
        }
    }

    /**
     * The pointer leads elsewhere: nothing written through it can ever be the object's. One that was wrong to begin with
     * is clause 4's, a call without a length clause 5's, and what a later call gave that the contract does not speak
     * about is nobody's.
     */
    private static void notInTheMemory(
            Case judged, int index, Step.Poke poke, Event.Skipped skipped, Findings findings) {
        CallSeen call = lastSeen(judged, poke.object());
        if (call != null
                && call.step() == lastWrite(judged, index, poke.object())
                && call.event().code() == 0
                && call.event().length() != null
                && PointsToTheMemory.wrong(call) == null) {
            findings.violated(
                    index,
                    "the pointer for writing leads out of the object's memory",
                    () -> "nothing can be written through the pointer of " + call.told() + ": " + skipped.why());
        }
    }

    private static CallSeen lastSeen(Case judged, int object) {
        CallSeen last = null;
        for (CallSeen earlier : judged.calls()) {
            if (earlier.state().object() == object && earlier.function() == Function.WRITE) {
                last = earlier;
            }
        }
        return last;
    }

    private static int lastWrite(Case judged, int before, int object) {
        for (int i = before - 1; i >= 0; i--) {
            if (judged.step(i) instanceof Step.Call call
                    && call.object() == object
                    && call.function() == Function.WRITE) {
                return i;
            }
        }
        return -1;
    }
}
