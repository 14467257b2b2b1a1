package io.github.oldbuffer.mutants.strength;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.oldbuffer.mutants.Mutant;
import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.implementation.Capabilities;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.json.ScenarioJson;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.suite.SuiteOptions;
import io.github.oldbuffer.suite.generate.ScenarioSource;
import io.github.oldbuffer.suite.generate.Themes;
import io.github.oldbuffer.suite.search.Examiner;
import io.github.oldbuffer.suite.search.Judged;
import io.github.oldbuffer.suite.search.Reduction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Which clause's property kills which mutant.
 *
 * @param tries scenarios that each property has
 * @param seeds how many runs, with the seeds from 1 on
 */
public record KillMatrix(int tries, int seeds, List<KillRow> rows) {
    public KillMatrix {
        rows = List.copyOf(rows);
    }

    /**
     * Runs the scenarios of every clause's property against every mutant, on all processors.
     *
     * @param tries that the property of a mutant's own clause has to kill it
     * @param others tries of every other clause's property, which look whether the mutant breaks more than it says
     */
    public static KillMatrix measure(List<Mutant> mutants, int seeds, int tries, int others) {
        Map<String, Tally> tallies = new ConcurrentHashMap<>();
        mutants.forEach(mutant -> tallies.put(mutant.name(), new Tally(seeds)));
        for (int seed = 1; seed <= seeds; seed++) {
            for (Clause clause : Clauses.all()) {
                int index = seed - 1;
                List<Scenario> scenarios = scenarios(clause.id(), seed, tries);
                mutants.parallelStream()
                        .forEach(mutant -> tallies.get(mutant.name())
                                .add(
                                        index,
                                        mutant,
                                        clause.id(),
                                        Kill.first(
                                                mutant,
                                                clause.id(),
                                                mutant.clause().equals(clause.id())
                                                        ? scenarios
                                                        : scenarios.subList(0, others))));
            }
        }
        return new KillMatrix(
                tries,
                seeds,
                mutants.stream()
                        .map(mutant -> tallies.get(mutant.name()).row(mutant))
                        .toList());
    }

    /** What the suite tries for a clause with a seed. */
    private static List<Scenario> scenarios(String clause, long seed, int tries) {
        long own = new SuiteOptions(tries, seed, List.of()).seed(clause);
        ScenarioSource source = ScenarioSource.of(Themes.of(clause), own, Capabilities.EVERYTHING);
        return IntStream.range(0, tries)
                .mapToObj(number -> source.number(number).scenario())
                .toList();
    }

    public List<KillRow> survivors() {
        return rows.stream().filter(row -> !row.killed()).toList();
    }

    /** What one mutant met so far; each is filled by one thread at a time. */
    private static final class Tally {
        private final int[] needed;
        private final Map<String, Integer> others = new TreeMap<>();
        private Kill first;

        private Tally(int seeds) {
            needed = new int[seeds];
        }

        private void add(int seed, Mutant mutant, String clause, Optional<Kill> kill) {
            if (kill.isEmpty()) {
                return;
            }
            if (clause.equals(mutant.clause())) {
                needed[seed] = kill.get().scenarios();
                first = first == null ? kill.get() : first;
            } else {
                others.merge(clause, 1, Integer::sum);
            }
        }

        private KillRow row(Mutant mutant) {
            List<Integer> scenarios = new ArrayList<>();
            for (int count : needed) {
                scenarios.add(count);
            }
            JsonNode witness = first == null ? null : ScenarioJson.toTree(smallest(mutant, first));
            return new KillRow(
                    mutant.name(),
                    mutant.clause(),
                    scenarios,
                    first == null ? null : first.symptom(),
                    witness,
                    new TreeMap<>(others));
        }

        private static Scenario smallest(Mutant mutant, Kill kill) {
            try (Implementation implementation = mutant.open()) {
                Examiner examiner = Judged.byOwnClause(implementation);
                Reduction reduction = new Reduction(examiner);
                Predicate<Finding> same = finding -> mutant.clause().equals(finding.clause())
                        && finding.symptom().equals(kill.symptom());
                return reduction
                        .shownBy(mutant.clause(), kill.scenario(), same)
                        .map(found -> reduction.of(found, same).shown().scenario())
                        .orElse(kill.scenario());
            }
        }
    }
}
