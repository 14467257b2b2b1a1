package io.github.oldbuffer.ports.stress;

import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.implementation.Capabilities;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.suite.SuiteOptions;
import io.github.oldbuffer.suite.generate.Themes;
import io.github.oldbuffer.suite.search.ClauseSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How much is asked.
 *
 * @param seed of the scenarios and of what threads do
 * @param tries scenarios for each clause of the functions
 * @param repetitions of a scenario, {@value #FEWEST} at least
 * @param steps that each thread does
 * @param clauses those to judge by
 * @param only the one scenario to repeat; empty where they are drawn
 */
public record StressPlan(
        long seed, int tries, int repetitions, int steps, Set<String> clauses, Optional<Scenario> only) {

    /** Below this nothing could be told from noise. */
    public static final int FEWEST = 1_000;

    public StressPlan {
        clauses = Set.copyOf(clauses);
    }

    boolean asks(String clause) {
        return clauses.contains(clause);
    }

    /** The scenarios to repeat, each once: those that a run with this seed draws first. */
    List<Scenario> scenarios(Capabilities supported) {
        if (only.isPresent()) {
            return List.of(only.get());
        }
        SuiteOptions options = new SuiteOptions(tries, seed, List.of());
        Set<Scenario> drawn = new LinkedHashSet<>();
        Clauses.all()
                .forEach(clause -> ClauseSource.of(Themes.of(clause.id()), options.seed(clause.id()), tries, supported)
                        .forEachRemaining(next -> drawn.add(next.scenario())));
        return List.copyOf(drawn);
    }
}
