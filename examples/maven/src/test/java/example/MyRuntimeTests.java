package example;

import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.suite.OldBufferConformance;

/** Each clause shows up as a test of this class. */
class MyRuntimeTests extends OldBufferConformance {
    @Override
    protected Implementation open() {
        return MyRuntime.right();
    }
}
