package example;

import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.suite.OldBufferConformance;

/** What a broken runtime's test class looks like; its name keeps it out of the build, which it would fail. */
class BrokenRuntimeConformance extends OldBufferConformance {
    @Override
    protected Implementation open() {
        return MyRuntime.broken();
    }
}
