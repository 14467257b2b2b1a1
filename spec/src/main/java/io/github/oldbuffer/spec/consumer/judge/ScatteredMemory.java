package io.github.oldbuffer.spec.consumer.judge;

import io.github.oldbuffer.spec.consumer.Nature;
import io.github.oldbuffer.spec.consumer.Offered;

/** USE-3: strided, reversed, Fortran-ordered and indirect memory is refused, or gives the result of its contiguous copy. */
record ScatteredMemory() implements ConsumerRule {
    @Override
    public void examine(CallCase call, CallFindings findings) {
        if (call.of(Nature.SCATTERED)) {
            Offered offered = call.scenario().offered();
            String shape = offered.scripted() == null
                    ? offered.python().replace("memoryview ", "")
                    : offered.scripted().layout();
            Shapes.examine(shape, call, findings);
        }
    }
}
