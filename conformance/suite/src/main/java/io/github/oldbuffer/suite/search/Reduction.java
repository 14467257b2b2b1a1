package io.github.oldbuffer.suite.search;

import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.suite.reduce.Reductions;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Makes the witness of a finding as small as can be.
 *
 * <p>Bounded by attempts instead of time, so that results repeat exactly.
 *
 * @param examiner saw the finding, and sees it again
 */
public record Reduction(Examiner examiner, ReductionBudget budget) {

    /** One finding by itself. */
    public Reduction(Examiner examiner) {
        this(examiner, new ReductionBudget());
    }

    /** Scenarios that may be tried. */
    static final int ATTEMPTS = 400;
    /** Those of them that may end in a death, after which a process has to be replaced. */
    static final int ATTEMPTS_OF_DEATHS = 10;

    private static final int BATCH = 16;

    /**
     * Takes the first smaller scenario that still shows the finding, again and again; where the implementation cannot be
     * used any more the finding stays as it is.
     *
     * @param same says of a finding whether it is the one looked for
     */
    public Finding of(Finding found, Predicate<Finding> same) {
        Finding smallest = found;
        int left = found.kind() == Kind.DEATH ? ATTEMPTS_OF_DEATHS : ATTEMPTS;
        int batch = found.kind() == Kind.DEATH ? 1 : BATCH;
        int deaths = 0;
        Iterator<Scenario> smaller = smaller(found).iterator();
        try {
            while (left > 0 && deaths < ATTEMPTS_OF_DEATHS && budget.isLeft() && smaller.hasNext()) {
                List<Scenario> candidates = new ArrayList<>(batch);
                while (candidates.size() < batch && left-- > 0 && smaller.hasNext()) {
                    candidates.add(smaller.next());
                }
                List<Ran> ran = examiner.run(candidates);
                int cost = budget.spend(ran);
                deaths += cost;
                // what died once may well die again: no further batch of deaths
                batch = cost > 0 ? 1 : batch;
                Optional<Finding> again = first(found.shown().theme(), candidates, ran, same);
                if (again.isPresent()) {
                    smallest = again.get();
                    smaller = smaller(smallest).iterator();
                }
            }
        } catch (BrokenImplementationException nothingSmaller) {
            return smallest;
        }
        return smallest;
    }

    /** Few deaths can be afforded, so that the largest cut comes first. */
    private static Stream<Scenario> smaller(Finding found) {
        Scenario scenario = found.shown().scenario();
        return found.kind() == Kind.DEATH
                ? Stream.concat(Reductions.ofCalls(scenario), Reductions.of(scenario))
                : Reductions.of(scenario);
    }

    /** The finding as a scenario shows it by itself; empty where it does not. */
    public Optional<Finding> shownBy(String theme, Scenario scenario, Predicate<Finding> same) {
        return first(theme, List.of(scenario), examiner.run(List.of(scenario)), same);
    }

    private Optional<Finding> first(String theme, List<Scenario> scenarios, List<Ran> ran, Predicate<Finding> same) {
        for (int i = 0; i < scenarios.size(); i++) {
            Optional<Finding> shown = examiner.findings(new Try(theme, scenarios.get(i)), ran.get(i)).stream()
                    .filter(same)
                    .findFirst();
            if (shown.isPresent()) {
                return shown;
            }
        }
        return Optional.empty();
    }
}
