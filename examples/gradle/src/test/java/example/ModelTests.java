package example;

import io.github.oldbuffer.suite.OldBufferConformance;
import io.github.oldbuffer.model.ModelImplementation;
import io.github.oldbuffer.spec.implementation.Implementation;

/** Each clause shows up as a test of this class; open your own runtime instead of the model. */
class ModelTests extends OldBufferConformance {
    @Override
    protected Implementation open() {
        return ModelImplementation.lawful();
    }
}
