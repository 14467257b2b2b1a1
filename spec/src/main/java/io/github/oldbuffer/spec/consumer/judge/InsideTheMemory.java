package io.github.oldbuffer.spec.consumer.judge;

import io.github.oldbuffer.spec.consumer.ConsumerTranscript.Fault;
import io.github.oldbuffer.spec.consumer.Nature;

/** USE-9: memory is touched only between acquisition and release, and only from its first byte to its last. */
record InsideTheMemory() implements ConsumerRule {
    @Override
    public void examine(CallCase call, CallFindings findings) {
        if (call.scenario().offered().scripted() == null) {
            return;
        }
        if (call.ended()) {
            findings.exercised();
        }
        Fault fault = call.transcript().fault();
        if (call.touched("released")) {
            findings.violated(
                    "used the memory while it had no view of it",
                    call.with(fault.how() + " of byte " + fault.offset()
                            + ", before the acquisition or after the release"));
        } else if (call.touched("before", "behind") && !call.of(Nature.SCATTERED) && !call.of(Nature.ITEMS)) {
            String verb = fault.how().equals("write") ? "wrote" : "read";
            String where = fault.place().equals("before") ? "before the first byte" : "behind the last byte";
            findings.violated(verb + " " + where, call.with(verb + " " + fault.offset() + " bytes " + where));
        }
        if (call.transcript().trampled()) {
            findings.violated("wrote beside the memory", call.with("bytes beside the memory were changed"));
        }
    }
}
