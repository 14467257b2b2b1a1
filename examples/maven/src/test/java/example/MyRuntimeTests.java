package example;

import io.github.oldbuffer.conformance.suite.OldBufferConformance;
import io.github.oldbuffer.spec.implementation.Implementation;

/** Each clause shows up as a test of this class. */
class MyRuntimeTests extends OldBufferConformance {
    @Override
    protected Implementation open() {
        return MyRuntime.right();
    }
}
