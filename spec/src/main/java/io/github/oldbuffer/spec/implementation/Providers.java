package io.github.oldbuffer.spec.implementation;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** The providers on the class path. */
public final class Providers {

    private Providers() {}

    /**
     * Every provider there is.
     *
     * @throws java.util.ServiceConfigurationError where one of them cannot be loaded
     */
    public static List<ImplementationProvider> all() {
        List<ImplementationProvider> found = new ArrayList<>();
        ServiceLoader.load(ImplementationProvider.class).forEach(found::add);
        return List.copyOf(found);
    }

    /** @throws UnavailableException where nobody provides an implementation of this id */
    public static ImplementationProvider of(String id) throws UnavailableException {
        return all().stream()
                .filter(provider -> provider.accepts(id))
                .findFirst()
                .orElseThrow(() -> new UnavailableException("There is no implementation " + id + "."));
    }
}
