package io.github.oldbuffer.spec.consumer.judge;

import io.github.oldbuffer.spec.consumer.Nature;

/** USE-2: what offers no memory ends in an exception, or in a result. */
record NothingOffered() implements ConsumerRule {
    @Override
    public void examine(CallCase call, CallFindings findings) {
        if (!call.of(Nature.NOTHING)) {
            return;
        }
        if (call.ended()) {
            findings.exercised();
        }
        if (call.brokeRules()) {
            findings.violated(call.brokenRule(), call.compared());
        }
        if (call.transcript().death() != null) {
            findings.violated(
                    "died of an object that offers no memory",
                    call.with("the process died of " + call.transcript().death()));
        }
    }
}
