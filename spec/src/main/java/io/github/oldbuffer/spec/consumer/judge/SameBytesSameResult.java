package io.github.oldbuffer.spec.consumer.judge;

import io.github.oldbuffer.spec.consumer.Nature;

/** USE-1: the same bytes give the same result, whatever offers them. */
record SameBytesSameResult() implements ConsumerRule {
    @Override
    public void examine(CallCase call, CallFindings findings) {
        if (!call.of(Nature.PLAIN) || !call.ended() || !call.repeats()) {
            return;
        }
        findings.exercised();
        if (call.brokeRules()) {
            findings.violated(call.brokenRule(), call.compared());
        }
        // a mapping can be read like a file, and may be taken for one;
        // the documentation forbids exporters to grant what nobody owns: who takes such a view for none may do so
        String difference = call.owned() && !call.file() ? call.difference() : "";
        if (!difference.isEmpty()) {
            findings.violated(difference, call.compared());
        }
    }
}
