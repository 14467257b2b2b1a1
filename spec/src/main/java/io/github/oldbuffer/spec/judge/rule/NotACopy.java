package io.github.oldbuffer.spec.judge.rule;

import io.github.oldbuffer.spec.facts.Fact;
import io.github.oldbuffer.spec.facts.State;
import io.github.oldbuffer.spec.judge.Findings;
import io.github.oldbuffer.spec.judge.seen.CallSeen;
import io.github.oldbuffer.spec.judge.seen.Case;
import io.github.oldbuffer.spec.judge.seen.Traits;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Pointer;
import io.github.oldbuffer.spec.transcript.Sample;

/**
 * CHAR-7, READ-7, WRITE-7: what comes back is the memory itself: repeated calls give the same address, and changes made
 * by other means show through it.
 */
record NotACopy(Function function) implements Rule {
    @Override
    public int needs() {
        return Traits.of(function);
    }

    @Override
    public void examine(Case judged, Findings findings) {
        CallSeen[] calls = judged.calls();
        for (int i = 0; i < calls.length; i++) {
            if (gavePointer(calls[i])) {
                sameAddress(calls, i, findings);
                memoryShows(judged, calls[i], findings);
            }
        }
    }

    private boolean gavePointer(CallSeen call) {
        Pointer.Kind kind = call.event().pointer().kind();
        return call.function() == function
                && call.rightlySucceeded()
                && call.state().length() > 0
                && (kind == Pointer.Kind.WITHIN || kind == Pointer.Kind.ELSEWHERE);
    }

    private void sameAddress(CallSeen[] calls, int first, Findings findings) {
        CallSeen call = calls[first];
        for (int i = first + 1; i < calls.length; i++) {
            CallSeen again = calls[i];
            if (gavePointer(again) && again.sameState(call)) {
                if (!findings.holds(again.event().pointer().equals(call.event().pointer()))) {
                    findings.violated(
                            again.step(),
                            "two calls gave different addresses",
                            () -> again.told() + " gave " + again.event().pointer() + ", the same call before it "
                                    + call.event().pointer());
                }
            }
        }
    }

    private void memoryShows(Case judged, CallSeen call, Findings findings) {
        int object = call.state().object();
        for (int i = call.step() + 1; i < judged.size(); i++) {
            if (judged.step(i) instanceof Step.Call later && later.object() == object && later.function() == function) {
                return;
            }
            if (judged.step(i) instanceof Step.Peek peek
                    && peek.object() == object
                    && peek.function() == function
                    && judged.event(i) instanceof Event.Peeked peeked
                    && judged.fact(i) instanceof Fact.OfPeek fact
                    && wasRight(call)) {
                Sample expected = fact.state().sample();
                if (!findings.holds(peeked.sample().equals(expected))) {
                    findings.violated(
                            i,
                            changed(fact)
                                    ? "a change made by other means does not show through the pointer"
                                    : "the memory behind the pointer changes by itself",
                            () -> "the memory behind the pointer of " + call.told() + " should be " + expected
                                    + " by now; it is " + peeked.sample());
                }
            }
        }
    }

    /** A wrong length is clause 5's, and a pointer that was wrong from the start clause 4's. */
    private static boolean wasRight(CallSeen call) {
        return call.event().length() != null
                && call.event().length() == call.state().length()
                && call.event().sample().state() == Sample.State.READ
                && PointsToTheMemory.wrong(call) == null;
    }

    private static boolean changed(Fact.OfPeek fact) {
        State now = fact.state();
        return !now.sample().equals(fact.then().sample());
    }
}
