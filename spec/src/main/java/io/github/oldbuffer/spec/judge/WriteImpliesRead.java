package io.github.oldbuffer.spec.judge;

import io.github.oldbuffer.spec.scenario.Function;
import java.util.Objects;
import java.util.function.Supplier;

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
        Supplier<String> told = () ->
                write.told() + " gave " + write.outputs() + "; Read " + read.answer() + " and gave " + read.outputs();
        findings.expect(read.succeeded(), step, () -> "Write succeeded, Read failed", told);
        if (read.succeeded()) {
            boolean empty = write.state().length() == 0;
            findings.expect(
                    empty || write.event().pointer().equals(read.event().pointer()),
                    step,
                    () -> "Write and Read gave different addresses",
                    told);
            findings.expect(
                    Objects.equals(write.event().length(), read.event().length()),
                    step,
                    () -> "Write and Read gave different lengths",
                    told);
        }
    }
}
