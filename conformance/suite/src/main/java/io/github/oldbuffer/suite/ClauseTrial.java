package io.github.oldbuffer.suite;

import io.github.oldbuffer.spec.clause.ClauseFunctions;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Replayed;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.suite.generate.ScenarioSource;
import io.github.oldbuffer.suite.generate.Themes;
import io.github.oldbuffer.suite.known.KnownDeviation;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.search.DeathBudget;
import io.github.oldbuffer.suite.search.Examiner;
import io.github.oldbuffer.suite.search.Ran;
import io.github.oldbuffer.suite.search.Replays;
import io.github.oldbuffer.suite.search.Tally;
import io.github.oldbuffer.suite.search.Try;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The property of one clause in a test class: its tries, and the shrinking after the first new finding. */
final class ClauseTrial {

    private final String clause;
    private final Examiner examiner;
    private final SuiteOptions options;
    private final DeathBudget deaths;
    private final Tally tally = new Tally();
    private final DemandsMet demands;
    private final Replays replays;
    private final KnownDeviations known;
    /** A witness on file may kill in another way than it is filed for. */
    private final Optional<Finding> diedInReplay;

    private final ScenarioSource scenarios;
    private int tried;
    private Finding failed;

    /**
     * Replays what is on file about the clause.
     *
     * @param known the entries that apply
     * @param deaths which calls are made no more, over all clauses
     */
    ClauseTrial(String clause, Examiner examiner, SuiteOptions options, KnownDeviations known, DeathBudget deaths) {
        this.clause = clause;
        this.examiner = examiner;
        this.options = options;
        this.deaths = deaths;
        this.demands = new DemandsMet(Themes.of(clause).demands());
        this.scenarios = ScenarioSource.of(Themes.of(clause), options.seed(clause), examiner.supports());
        this.replays = Replays.of(
                examiner,
                new KnownDeviations(known.entries().stream()
                        .filter(entry -> clause.equals(toldBy(entry)))
                        .toList()));
        this.known = replays.excusing(known);
        this.diedInReplay =
                replays.findings().stream().filter(finding -> !finding.known()).findFirst();
    }

    /** The clause that tells of a stale entry: its own, and for a death the first one about the function. */
    private static String toldBy(KnownDeviation entry) {
        return switch (entry.kind()) {
            case VIOLATION -> entry.clause().orElseThrow();
            case DEATH ->
                Arrays.stream(Function.values())
                        .filter(function -> function.cName().equals(entry.function()))
                        .map(function -> ClauseFunctions.clausesAbout(EnumSet.of(function)))
                        .findFirst()
                        .orElse(Clauses.all().stream().map(each -> each.id()).toList())
                        .get(0);
            case DIFFERENCE -> null;
        };
    }

    /** Once something failed only that fails, so that shrinking cannot slip from one fault to another. */
    Optional<Finding> examine(Scenario scenario) {
        if (diedInReplay.isPresent()) {
            return diedInReplay;
        }
        if (failed != null) {
            return first(scenario, found -> found.key().equals(failed.key()) && isNew(found));
        }
        scenarios.number(tried++).inPlaceOf().ifPresent(demands::waive);
        if (deaths.leavesOutAtTheBorder(scenario)) {
            return Optional.empty();
        }
        if (deaths.leavesOut(scenario)) {
            tally.leftOut(clause);
            return Optional.empty();
        }
        Optional<Finding> found = first(scenario, this::isNew);
        found.ifPresent(finding -> failed = finding);
        return found;
    }

    private Optional<Finding> first(Scenario scenario, Predicate<Finding> wanted) {
        Try tried = new Try(clause, scenario);
        Ran ran = examiner.run(List.of(scenario)).get(0);
        if (failed == null) {
            examiner.count(tried, ran, tally);
            demands.see(tried, ran.transcript());
            if (ran.transcript().outcome() instanceof Outcome.Died died) {
                deaths.died(scenario, died);
            }
        }
        return examiner.findings(tried, ran).stream()
                .filter(finding -> finding.clause() == null || finding.clause().equals(clause))
                .filter(wanted)
                .findFirst();
    }

    private boolean isNew(Finding finding) {
        return known.find(finding).isEmpty();
    }

    /** @throws AssertionError where an entry on file is stale, or the tries prove nothing */
    void end() {
        replays.replayed().stream().filter(Replayed::stale).findFirst().ifPresent(entry -> {
            throw new AssertionError(clause + ": the known deviation \"" + String.join("; ", entry.symptoms())
                    + "\" is stale: its witness deviates no more, so take it off the file");
        });
        List<String> missing = options.tries() < SuiteOptions.DEMANDING ? List.of() : demands.missing();
        if (tally.scenariosLeftOut(clause) > 0) {
            throw new AssertionError(clause + ": " + tally.scenariosLeftOut(clause) + " of " + options.tries()
                    + " scenarios were not run, because their calls had killed the process too often");
        }
        if (!missing.isEmpty() || tally.exercisedTimes(clause) == 0) {
            throw new AssertionError(clause + ": not exercised, so nothing is proved; its scenarios lacked: "
                    + (missing.isEmpty() ? "any that exercises it" : String.join("; ", missing)));
        }
    }
}
