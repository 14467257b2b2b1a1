package io.github.oldbuffer.suite;

import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.coverage.Covered;
import io.github.oldbuffer.suite.coverage.SpaceCoverage;
import io.github.oldbuffer.suite.generate.ScenarioSource;
import io.github.oldbuffer.suite.generate.Theme;
import io.github.oldbuffer.suite.generate.Themes;
import io.github.oldbuffer.suite.reduce.Reductions;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** Deaths of this weight for a theme are enough: more than there are sorts of calls with NULL. */
    private static final int DEATHS = 20;

    public Beyond {
        deaths = List.copyOf(deaths);
    }

    /** The smallest scenario seen in which the implementation died in one way. */
    public record Death(String symptom, Scenario witness) {}

    /**
     * Runs as many scenarios of each theme as each clause had.
     *
     * <p>A sort of call with NULL that it died of is made no more. An implementation that dies of too many others, or
     * cannot go on, is left in peace: what the rest would cover is missing.
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

    /** A sort of call with NULL: one death shows enough of it. */
    private record Sort(Function function, Set<Step.Argument> nulls) {
        static Set<Sort> in(Scenario scenario) {
            return scenario.steps().stream()
                    .filter(step ->
                            step instanceof Step.Call call && !call.nulls().isEmpty())
                    .map(step -> of((Step.Call) step))
                    .collect(Collectors.toSet());
        }

        /** With NULL for the object it hardly matters what else is NULL. */
        private static Sort of(Step.Call call) {
            boolean object = call.nulls().contains(Step.Argument.OBJECT);
            return new Sort(call.function(), object ? Set.of(Step.Argument.OBJECT) : call.nulls());
        }
    }

    /** The run while it is under way. */
    private static final class Tour {
        private final SpaceCoverage space = new SpaceCoverage();
        private final Map<String, Death> deaths = new LinkedHashMap<>();
        private final Set<Sort> deadly = new HashSet<>();
        private long scenarios;
        private long unsupported;
        private int weight;

        /** Batches shrink to single scenarios after a death, so that few hang in vain. */
        void through(Theme theme, Implementation implementation, SuiteOptions options) {
            ScenarioSource source = ScenarioSource.of(theme, options.seed(theme.clause()), implementation.supports());
            weight = 0;
            int size = 1;
            for (int next = 0; next < options.tries() && weight < DEATHS; ) {
                List<Scenario> batch = IntStream.range(next, Math.min(next + size, options.tries()))
                        .mapToObj(source::number)
                        .filter(scenario -> Collections.disjoint(Sort.in(scenario), deadly))
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
                    deadly.addAll(Sort.in(scenario));
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
