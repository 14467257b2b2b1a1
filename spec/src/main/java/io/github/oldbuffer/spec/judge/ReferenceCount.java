package io.github.oldbuffer.spec.judge;

import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.transcript.Event;

/** CHAR-10, READ-10, WRITE-10, CHECK-4: the object's reference count is what it was. */
record ReferenceCount(Function function) implements Rule {
    @Override
    public int needs() {
        return Traits.of(function);
    }

    @Override
    public void examine(Case judged, Findings findings) {
        for (CallSeen call : judged.calls()) {
            if (call.function() == function && call.event().references() != Event.UNCOUNTED) {
                int change = call.event().references();
                String outcome = call.succeeded() ? "success" : "failure";
                if (!findings.holds(change == 0)) {
                    findings.violated(
                            call.step(),
                            (change > 0 ? "a reference is kept after " : "a reference is lost after ") + outcome,
                            () -> call.told() + " " + call.answer() + " and changed the reference count by " + change);
                }
            }
        }
    }
}
