package io.github.oldbuffer.model;

import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.ImplementationProvider;
import java.util.List;

/** Offers the pure-Java model, which is always available. */
public final class ModelProvider implements ImplementationProvider {

    static final String ID = "model";

    /** The model is part of the kit and has its version. */
    static final String KIT_VERSION = "1.0";

    @Override
    public List<Offer> offers() {
        return List.of(new Offer(ID, false, "a pure-Java model that does what the document says"));
    }

    @Override
    public boolean accepts(String id) {
        return ID.equals(id);
    }

    @Override
    public boolean runsHere(String id) {
        return true;
    }

    @Override
    public Implementation open(String id) {
        return ModelImplementation.lawful();
    }
}
