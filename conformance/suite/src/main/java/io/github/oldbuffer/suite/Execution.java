package io.github.oldbuffer.suite;

import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.coverage.SpaceCoverage;
import io.github.oldbuffer.suite.generate.ScenarioSource;
import io.github.oldbuffer.suite.generate.Themes;
import io.github.oldbuffer.suite.reduce.Reductions;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One execution of one clause's property: its tries, and the shrinking after the first new symptom.
 *
 * <p>Once a symptom failed, only that one fails, so that shrinking cannot slip from one fault to another. Shrinking is
 * bounded by attempts instead of time, so that results repeat exactly.
 */
final class Execution {

    /** Scenarios that shrinking may run. */
    static final int SHRINK_ATTEMPTS = 400;

    /** Scenarios that shrinking may run where each may end in a death, after which a worker has to be replaced. */
    static final int SHRINK_ATTEMPTS_OF_DEATHS = 30;

    /** After deaths of this weight the tries left are given up: each costs a worker, and no more is learnt. */
    static final int DEATHS = 10;

    /** A hang costs a time limit. */
    private static final int WEIGHT_OF_A_HANG = 5;

    private final String clause;
    private final Implementation implementation;
    private final int tries;
    private final ScenarioSource scenarios;
    private final RunAhead ahead;
    private final Predicate<Sighting> expected;
    private final Coverage coverage;
    private final SpaceCoverage space = new SpaceCoverage();
    private long ran;
    private long unsupported;
    private long exercised;
    private int deaths;
    private int attempts;
    private Deviation found;

    /** @param expected what does not fail, such as what is known */
    Execution(String clause, Implementation implementation, SuiteOptions options, Predicate<Sighting> expected) {
        this.clause = clause;
        this.implementation = implementation;
        this.tries = options.tries();
        this.scenarios = ScenarioSource.of(Themes.of(clause), options.seed(clause), implementation.supports());
        this.ahead = new RunAhead(implementation, scenarios::number, tries);
        this.expected = expected;
        this.coverage = new Coverage(Themes.of(clause).demands());
    }

    /**
     * Runs a scenario of the property: a try, or after a failure an attempt to shrink.
     *
     * @throws DeviationError where it shows the first new symptom, or the same again
     */
    void check(Scenario scenario) {
        if (found != null) {
            shrink(scenario);
        } else if (deaths < DEATHS) {
            attempt(scenario);
        }
    }

    private void attempt(Scenario scenario) {
        Transcript transcript = ahead.transcript(scenario);
        scenarios.replaced((int) ran).ifPresent(coverage::unsupported);
        ran++;
        space.add(scenario, transcript);
        if (transcript.outcome() instanceof Outcome.Unsupported) {
            unsupported++;
            coverage.unsupported(scenario);
            return;
        }
        if (transcript.outcome() instanceof Outcome.Died died) {
            deaths += weight(died);
        }
        Sighting.All seen = Sighting.in(clause, scenario, transcript);
        if (seen.exercised()) {
            exercised++;
            coverage.exercised(scenario);
        } else if (Uncounted.hides(clause, scenario, transcript)) {
            coverage.unsupported(scenario);
        }
        for (Sighting sighting : seen.sightings()) {
            if (!expected.test(sighting)) {
                found = Deviation.found(clause, sighting, scenario, transcript);
                throw new DeviationError(found);
            }
        }
    }

    static int weight(Outcome.Died died) {
        return died.death() == Outcome.Death.TIMED_OUT ? WEIGHT_OF_A_HANG : 1;
    }

    private void shrink(Scenario scenario) {
        if (attempts >= (found.death().isPresent() ? SHRINK_ATTEMPTS_OF_DEATHS : SHRINK_ATTEMPTS)) {
            return;
        }
        attempts++;
        Transcript transcript = Running.one(implementation, scenario);
        for (Sighting sighting : Sighting.in(clause, scenario, transcript).sightings()) {
            if (sighting.symptom().equals(found.symptom())) {
                Deviation again = Deviation.found(clause, sighting, scenario, transcript);
                if (Reductions.size(scenario) < Reductions.size(found.witness())) {
                    found = again;
                }
                throw new DeviationError(again);
            }
        }
    }

    /** What it came to, once its property has ended. */
    ExecutionEnd end() {
        return new ExecutionEnd(clause, ran, unsupported, exercised, missing(), space.covered(), found != null);
    }

    /** What failed, with the smallest scenario that showed it. */
    Optional<Deviation> found() {
        return Optional.ofNullable(found);
    }

    /** What the property lacked to prove anything, where it did not fail. */
    List<String> missing() {
        if (found != null) {
            return List.of();
        }
        if (ran < tries) {
            String why = deaths >= DEATHS ? "died too often" : "cannot go on";
            return List.of((tries - ran) + " of " + tries + " tries, given up because the implementation " + why);
        }
        List<String> missing = tries < SuiteOptions.DEMANDING ? List.of() : coverage.missing();
        return missing.isEmpty() && exercised == 0 ? List.of("any scenario that exercises it") : missing;
    }
}
