package io.github.oldbuffer.spec.consumer.judge;

import io.github.oldbuffer.spec.consumer.Nature;

/** USE-11: lengths beyond 2 GiB are answered rightly or refused, not cut. */
record LengthNotCut() implements ConsumerRule {
    @Override
    public void examine(CallCase call, CallFindings findings) {
        if (!call.of(Nature.LARGE)) {
            return;
        }
        if (call.ended() && call.repeats()) {
            findings.exercised();
        }
        if (call.brokeRules()) {
            findings.violated(call.brokenRule(), call.compared());
        }
        // the kit has seen that another length gives another result
        if (call.answered() && call.repeats() && call.difference().isEmpty()) {
            findings.violated("answered as if the memory were shorter", call.compared());
        }
    }
}
