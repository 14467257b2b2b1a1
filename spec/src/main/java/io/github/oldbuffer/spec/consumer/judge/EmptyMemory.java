package io.github.oldbuffer.spec.consumer.judge;

import io.github.oldbuffer.spec.consumer.Nature;

/** USE-10: memory of length 0, at NULL too, does not crash. */
record EmptyMemory() implements ConsumerRule {
    @Override
    public void examine(CallCase call, CallFindings findings) {
        if (call.scenario().content().length() > 0 || call.of(Nature.NOTHING) || call.of(Nature.REFUSING)) {
            return;
        }
        if (call.ended()) {
            findings.exercised();
        }
        if (call.of(Nature.NULL) && call.brokeRules()) {
            findings.violated(call.brokenRule(), call.compared());
        }
        if (call.diedOtherwise()) {
            findings.violated(
                    "died of memory of length 0",
                    call.with("the process died of " + call.transcript().death()));
        }
    }
}
