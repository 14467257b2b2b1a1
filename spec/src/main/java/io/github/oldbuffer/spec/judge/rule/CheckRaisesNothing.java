package io.github.oldbuffer.spec.judge.rule;

import io.github.oldbuffer.spec.judge.Findings;
import io.github.oldbuffer.spec.judge.seen.CallSeen;
import io.github.oldbuffer.spec.judge.seen.Case;
import io.github.oldbuffer.spec.judge.seen.Traits;
import io.github.oldbuffer.spec.scenario.Function;

/** CHECK-3: it always succeeds: it raises nothing and leaves nothing set. */
record CheckRaisesNothing() implements Rule {
    @Override
    public int needs() {
        return Traits.of(Function.CHECK);
    }

    @Override
    public void examine(Case judged, Findings findings) {
        for (CallSeen call : judged.calls()) {
            if (call.function() == Function.CHECK) {
                String type = call.event().raised() == null
                        ? ""
                        : call.event().raised().type();
                if (!findings.holds(call.event().raised() == null)) {
                    findings.violated(
                            call.step(),
                            "left " + type + " set",
                            () -> call.told() + " should leave no exception set; it " + call.answer());
                }
            }
        }
    }
}
