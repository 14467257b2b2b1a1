package io.github.oldbuffer.spec.judge.rule;

import io.github.oldbuffer.spec.judge.Findings;
import io.github.oldbuffer.spec.judge.seen.CallSeen;
import io.github.oldbuffer.spec.judge.seen.Case;
import io.github.oldbuffer.spec.judge.seen.Traits;
import io.github.oldbuffer.spec.scenario.Function;
import java.util.Objects;

/** ALL-2: where Write succeeds Read does too, with the same address and length. */
record WriteImpliesRead() implements Rule {
    @Override
    public int needs() {
        return Traits.of(Function.WRITE) | Traits.of(Function.READ);
    }

    @Override
    public void examine(Case judged, Findings findings) {
        for (CallSeen write : judged.calls()) {
            if (write.function() != Function.WRITE || !write.succeeded()) {
                continue;
            }
            for (CallSeen read : judged.calls()) {
                if (read.function() == Function.READ && read.sameState(write)) {
                    compare(write, read, findings);
                }
            }
        }
    }

    private static void compare(CallSeen write, CallSeen read, Findings findings) {
        int step = Math.max(write.step(), read.step());
        if (!findings.holds(read.succeeded())) {
            findings.violated(step, "Write succeeded, Read failed", () -> told(write, read));
        }
        if (read.succeeded()) {
            boolean empty = write.state().length() == 0;
            if (!findings.holds(
                    empty || write.event().pointer().equals(read.event().pointer()))) {
                findings.violated(step, "Write and Read gave different addresses", () -> told(write, read));
            }
            if (!findings.holds(
                    Objects.equals(write.event().length(), read.event().length()))) {
                findings.violated(step, "Write and Read gave different lengths", () -> told(write, read));
            }
        }
    }

    private static String told(CallSeen write, CallSeen read) {
        return write.told() + " gave " + write.outputs() + "; Read " + read.answer() + " and gave " + read.outputs();
    }
}
