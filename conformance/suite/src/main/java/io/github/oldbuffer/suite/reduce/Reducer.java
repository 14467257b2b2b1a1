package io.github.oldbuffer.suite.reduce;

import io.github.oldbuffer.spec.scenario.Scenario;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;

/**
 * Looks for the smallest scenario that still shows something, where jqwik does not do it.
 *
 * <p>Bounded by attempts instead of time, so that results repeat exactly.
 *
 * @param attempts scenarios that may be tried
 */
public record Reducer(int attempts) {

    /**
     * A scenario and what it shows.
     *
     * @param <T> such as a violation
     */
    public record Shown<T>(Scenario scenario, T value) {}

    /**
     * Takes the first smaller scenario that shows it, again and again.
     *
     * @param shows runs a scenario; empty where it does not show what is looked for
     */
    public <T> Shown<T> reduce(Shown<T> found, Function<Scenario, Optional<T>> shows) {
        Shown<T> smallest = found;
        Iterator<Scenario> candidates = Reductions.of(found.scenario()).iterator();
        for (int attempt = 0; attempt < attempts && candidates.hasNext(); attempt++) {
            Scenario candidate = candidates.next();
            Optional<T> shown = shows.apply(candidate);
            if (shown.isPresent()) {
                smallest = new Shown<>(candidate, shown.get());
                candidates = Reductions.of(candidate).iterator();
            }
        }
        return smallest;
    }
}
