package io.github.oldbuffer.spec.consumer.judge;

import io.github.oldbuffer.spec.consumer.Nature;

/** USE-5: an exporter that fails makes the function fail. */
record FailingExporter() implements ConsumerRule {
    @Override
    public void examine(CallCase call, CallFindings findings) {
        if (!call.of(Nature.REFUSING)) {
            return;
        }
        boolean refused = call.transcript().requests() != null
                && call.transcript().requests().refused() > 0;
        if (refused) {
            findings.exercised();
        }
        if (call.brokeRules()) {
            findings.violated(
                    call.brokenRule(), call.with(CallCase.told(call.transcript().answer())));
        } else if (refused && call.answered()) {
            findings.violated(
                    "a result although the object refused its memory",
                    call.with(CallCase.told(call.transcript().answer())));
        }
        if (call.diedOtherwise()) {
            findings.violated(
                    "died of an object that refuses",
                    call.with("the process died of " + call.transcript().death()));
        }
    }
}
