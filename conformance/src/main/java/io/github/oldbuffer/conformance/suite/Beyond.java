package io.github.oldbuffer.conformance.suite;

import io.github.oldbuffer.conformance.coverage.Covered;
import io.github.oldbuffer.conformance.coverage.SpaceCoverage;
import io.github.oldbuffer.conformance.generate.Theme;
import io.github.oldbuffer.conformance.generate.Themes;
import io.github.oldbuffer.conformance.properties.Scenarios;
import io.github.oldbuffer.conformance.reduce.Reductions;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What an implementation did with calls that no clause speaks of: NULL arguments, an exception pending, exporters that
 * break the rules. Nothing of it is judged; a death is told, and stands against nobody.
 *
 * @param scenarios how many were run
 * @param unsupported how many of them the implementation did not support
 * @param covered the part of the space of scenarios that the implementation came by
 * @param deaths each symptom once
 */
public record Beyond(long scenarios, long unsupported, Covered covered, List<Death> deaths) {
    /** Where nothing of the kind was asked for. */
    public static final Beyond NOTHING = new Beyond(0, 0, Covered.NOTHING, List.of());

    private static final int LARGEST_BATCH = 64;

    public Beyond {
        deaths = List.copyOf(deaths);
    }

    /** The smallest scenario seen in which the implementation died in one way. */
    public record Death(String symptom, Scenario witness) {}

    /**
     * Runs as many scenarios of each theme as each clause had.
     *
     * <p>An implementation that dies too often, or cannot go on, is left in peace: what the rest would cover is missing.
     */
    public static Beyond run(Implementation implementation, SuiteOptions options) {
        Tour tour = new Tour();
        try {
            Themes.beyond().forEach(theme -> tour.through(theme, implementation, options));
        } catch (BrokenImplementationException broken) {
            return tour.end();
        }
        return tour.end();
    }

    /** The run while it is under way. */
    private static final class Tour {
        private final SpaceCoverage space = new SpaceCoverage();
        private final Map<String, Death> deaths = new LinkedHashMap<>();
        private long scenarios;
        private long unsupported;
        private int weight;

        /** Batches shrink to single scenarios after a death, so that few hang in vain. */
        void through(Theme theme, Implementation implementation, SuiteOptions options) {
            long seed = options.seed(theme.clause());
            weight = 0;
            int size = 1;
            for (int next = 0; next < options.tries() && weight < Execution.DEATHS; ) {
                List<Scenario> batch = IntStream.range(next, Math.min(next + size, options.tries()))
                        .mapToObj(number -> Scenarios.of(theme, seed, number))
                        .toList();
                int before = weight;
                see(batch, Running.all(implementation, batch));
                next += size;
                size = weight > before ? 1 : Math.min(2 * size, LARGEST_BATCH);
            }
        }

        private void see(List<Scenario> batch, List<Transcript> transcripts) {
            scenarios += batch.size();
            for (int i = 0; i < batch.size(); i++) {
                Scenario scenario = batch.get(i);
                Outcome outcome = transcripts.get(i).outcome();
                space.add(scenario, transcripts.get(i));
                if (outcome instanceof Outcome.Unsupported) {
                    unsupported++;
                } else if (outcome instanceof Outcome.Died died) {
                    weight += Execution.weight(died);
                    Death death = new Death(DeathWords.symptom(scenario, died), scenario);
                    deaths.merge(death.symptom(), death, Beyond::smaller);
                }
            }
        }

        Beyond end() {
            return new Beyond(scenarios, unsupported, space.covered(), List.copyOf(deaths.values()));
        }
    }

    private static Death smaller(Death one, Death other) {
        return Reductions.size(other.witness()) < Reductions.size(one.witness()) ? other : one;
    }
}
