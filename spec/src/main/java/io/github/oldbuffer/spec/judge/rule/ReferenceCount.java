package io.github.oldbuffer.spec.judge.rule;

import io.github.oldbuffer.spec.judge.Findings;
import io.github.oldbuffer.spec.judge.seen.CallSeen;
import io.github.oldbuffer.spec.judge.seen.Case;
import io.github.oldbuffer.spec.judge.seen.Owner;
import io.github.oldbuffer.spec.judge.seen.Traits;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.transcript.Count;
import io.github.oldbuffer.spec.transcript.Event;
import java.util.List;

/**
 * CHAR-10, READ-10, WRITE-10, CHECK-4: the object's reference count is what it was, and so is that of every other object.
 *
 * <p>An object that is kept longer keeps what is inside it: of those, only the outermost that changed is told. Where a
 * view belongs to an object inside, that one's count tells of exports, which is another clause's.
 */
record ReferenceCount(Function function) implements Rule {
    @Override
    public int needs() {
        return Traits.of(function);
    }

    @Override
    public void examine(Case judged, Findings findings) {
        for (CallSeen call : judged.calls()) {
            if (call.function() == function) {
                own(call, findings);
                others(call, findings);
            }
        }
    }

    private static void own(CallSeen call, Findings findings) {
        int change = call.event().references();
        if (change != Event.UNCOUNTED && !findings.holds(change == 0)) {
            Count own = new Count(call.state().object(), 0, change);
            findings.violated(call.step(), symptom(call, "a reference", change), () -> reason(call, own));
        }
    }

    private static void others(CallSeen call, Findings findings) {
        List<Count> listed = call.event().others().listed();
        for (int i = 0; i < listed.size(); i++) {
            Count count = listed.get(i);
            if (count.change() != Event.UNCOUNTED && count.change() != 0 && !follows(call, count)) {
                String whose = count.object() == call.state().object()
                        ? "a reference to an object inside it"
                        : "a reference to another object";
                findings.violated(call.step(), symptom(call, whose, count.change()), () -> reason(call, count));
            }
        }
    }

    /** Whether a count changed because another one did, or is that of the view's owner. */
    private static boolean follows(CallSeen call, Count count) {
        boolean called = count.object() == call.state().object();
        if (called
                && (call.event().references() != 0
                        || count.depth() == Owner.depth(call.state().exporter()))) {
            return true;
        }
        return call.event().others().listed().stream()
                .anyMatch(outer -> outer.object() == count.object() && outer.depth() < count.depth());
    }

    private static String symptom(CallSeen call, String whose, int change) {
        return whose
                + (change > 0 ? " is kept after " : " is lost after ")
                + (call.succeeded() ? "success" : "failure");
    }

    private static String reason(CallSeen call, Count count) {
        return call.told() + " " + call.answer() + ": the reference count of " + count.name() + " went "
                + (count.change() > 0 ? "up" : "down") + " by " + Math.abs((long) count.change())
                + (count.object() == call.state().object() && count.depth() == 0
                        ? ""
                        : " in a call on o" + call.state().object());
    }
}
