package io.github.oldbuffer.commandline;

import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.ImplementationProvider;
import io.github.oldbuffer.spec.implementation.ImplementationProvider.Offer;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.text.Printable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * The implementations that can be named on the command line.
 *
 * @param providers every one there is
 */
record Implementations(List<ImplementationProvider> providers) {

    /** The id of the implementation that does what the document says. */
    static final String MODEL = "model";

    Implementations {
        providers = List.copyOf(providers);
    }

    /**
     * Those whose providers are on the class path.
     *
     * @throws CommandException where one of the providers cannot be loaded
     */
    static Implementations onClassPath() throws CommandException {
        List<ImplementationProvider> found = new ArrayList<>();
        try {
            ServiceLoader.load(ImplementationProvider.class).forEach(found::add);
        } catch (ServiceConfigurationError broken) {
            throw CommandException.notJudged(
                    "a provider of implementations on the class path cannot be loaded: " + broken.getMessage(), broken);
        }
        return new Implementations(found);
    }

    /** What all providers offer; ids before patterns, otherwise in the order of the alphabet. */
    List<Offer> offers() {
        return providers.stream()
                .flatMap(provider -> provider.offers().stream())
                .sorted(Comparator.comparing(Offer::pattern).thenComparing(Offer::id))
                .collect(Collectors.toUnmodifiableList());
    }

    /** The ids that a command without {@code -i} tries. */
    List<String> defaults() {
        return offers().stream()
                .filter(offer -> !offer.pattern())
                .map(Offer::id)
                .collect(Collectors.toUnmodifiableList());
    }

    /** @throws CommandException naming the ids there are, where nobody provides this one */
    ImplementationProvider providerOf(String id) throws CommandException {
        for (ImplementationProvider provider : providers) {
            if (provider.accepts(id)) {
                return provider;
            }
        }
        throw CommandException.usage("there is no implementation " + Printable.of(id) + "; there are: "
                + offers().stream().map(Offer::id).collect(Collectors.joining(", ")));
    }

    /**
     * Starts an implementation.
     *
     * @throws CommandException where nobody provides it, or it does not start
     */
    Implementation open(String id) throws CommandException {
        ImplementationProvider provider = providerOf(id);
        try {
            return provider.open(id);
        } catch (UnavailableException unavailable) {
            throw CommandException.notJudged(Printable.of(id) + ": " + unavailable.getMessage(), unavailable);
        }
    }
}
