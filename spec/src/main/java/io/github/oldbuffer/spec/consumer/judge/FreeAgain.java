package io.github.oldbuffer.spec.consumer.judge;

/** USE-12: the object can be resized, closed or dropped afterwards. */
record FreeAgain() implements ConsumerRule {
    @Override
    public void examine(CallCase call, CallFindings findings) {
        if (call.transcript().resize() == null || !call.transcript().resize().tried()) {
            return;
        }
        findings.exercised();
        String refused = call.transcript().resize().refused();
        if (refused != null) {
            findings.violated(
                    "the object stays locked " + call.path(),
                    call.with("when nothing is left of the call, it cannot be resized or closed: " + refused));
        }
    }
}
