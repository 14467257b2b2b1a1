package io.github.oldbuffer.commandline;

import io.github.oldbuffer.commandline.input.Suggestions;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.ImplementationProvider;
import io.github.oldbuffer.spec.implementation.ImplementationProvider.Offer;
import io.github.oldbuffer.spec.implementation.Providers;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.text.KitCommand;
import io.github.oldbuffer.spec.text.Printable;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.stream.Collectors;

/**
 * The implementations that can be named on the command line.
 *
 * @param providers every one there is
 */
public record Implementations(List<ImplementationProvider> providers) {

    /** The id of the implementation that does what the document says. */
    public static final String MODEL = "model";

    /** Before the expression of a function that takes memory, which has scenarios of its own. */
    private static final String CALL = "call:";

    public Implementations {
        providers = List.copyOf(providers);
    }

    /**
     * Those whose providers are on the class path.
     *
     * @throws CommandException where one of the providers cannot be loaded
     */
    public static Implementations onClassPath() throws CommandException {
        try {
            return new Implementations(Providers.all());
        } catch (ServiceConfigurationError broken) {
            throw CommandException.notJudged(
                    "a provider of implementations on the class path cannot be loaded: " + broken.getMessage(), broken);
        }
    }

    /** What all providers offer; ids before patterns, otherwise in the order of the alphabet. */
    public List<Offer> offers() {
        return providers.stream()
                .flatMap(provider -> provider.offers().stream())
                .sorted(Comparator.comparing(Offer::pattern).thenComparing(Offer::id))
                .collect(Collectors.toUnmodifiableList());
    }

    /** The ids that a command without {@code -i} tries. */
    public List<String> defaults() {
        return offers().stream()
                .filter(offer -> !offer.pattern())
                .map(Offer::id)
                .collect(Collectors.toUnmodifiableList());
    }

    /** @throws CommandException naming the ids there are, where nobody provides this one */
    public ImplementationProvider providerOf(String id) throws CommandException {
        for (ImplementationProvider provider : providers) {
            if (provider.accepts(id)) {
                return provider;
            }
        }
        if (id.startsWith(CALL)) {
            throw CommandException.usage(
                    Printable.of(id) + " is a function that takes memory, which " + KitCommand.NAME + " call judges");
        }
        List<String> ids = offers().stream().map(Offer::id).toList();
        throw CommandException.usage("there is no implementation " + Printable.of(id) + "; there are: "
                + String.join(", ", ids) + Suggestions.question(Suggestions.near(id, ids)));
    }

    /**
     * Starts an implementation.
     *
     * @throws CommandException where nobody provides it, or it does not start
     */
    public Implementation open(String id) throws CommandException {
        ImplementationProvider provider = providerOf(id);
        try {
            return provider.open(id);
        } catch (UnavailableException unavailable) {
            throw CommandException.notJudged(Printable.of(id) + ": " + unavailable.getMessage(), unavailable);
        }
    }
}
