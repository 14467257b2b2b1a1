package io.github.oldbuffer.spec.consumer.judge;

import io.github.oldbuffer.spec.consumer.Nature;

/** USE-4: bytes count, not items. */
record BytesNotItems() implements ConsumerRule {
    @Override
    public void examine(CallCase call, CallFindings findings) {
        if (call.of(Nature.ITEMS)) {
            Shapes.examine("in items or rows", call, findings);
        }
    }
}
