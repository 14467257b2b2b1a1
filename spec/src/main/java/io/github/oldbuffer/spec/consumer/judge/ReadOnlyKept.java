package io.github.oldbuffer.spec.consumer.judge;

import io.github.oldbuffer.spec.consumer.ConsumerTranscript.Outcome;
import io.github.oldbuffer.spec.consumer.PythonObject;

/** USE-8: read-only memory is never written. */
record ReadOnlyKept() implements ConsumerRule {
    @Override
    public void examine(CallCase call, CallFindings findings) {
        if (!call.scenario().offered().readonly()) {
            return;
        }
        if (call.ended()) {
            findings.exercised();
        }
        if (call.touched("read-only")) {
            findings.violated(
                    "wrote read-only memory",
                    call.with("byte " + call.transcript().fault().offset()
                            + " was written, and the memory is read-only"));
        }
        boolean mapped = PythonObject.MMAP_READONLY
                .word()
                .equals(call.scenario().offered().python());
        if (mapped && call.diedOtherwise()) {
            findings.violated(
                    "wrote read-only memory",
                    call.with("the process died of " + call.transcript().death()));
        }
        String before = call.scenario().content().told();
        Outcome answer = call.transcript().answer();
        if (call.ended() && answer.after() != null && !answer.after().equals(before)) {
            findings.violated(
                    "changed the bytes of a read-only object",
                    call.with("its bytes were " + before + " before the call and are " + answer.after()));
        }
    }
}
