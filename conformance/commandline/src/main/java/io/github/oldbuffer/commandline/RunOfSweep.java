package io.github.oldbuffer.commandline;

import io.github.oldbuffer.reports.results.Evidence;
import io.github.oldbuffer.reports.results.Met;
import io.github.oldbuffer.reports.results.Run;
import io.github.oldbuffer.reports.results.Run.ClauseResult;
import io.github.oldbuffer.reports.results.Run.Crash;
import io.github.oldbuffer.reports.results.Run.Overall;
import io.github.oldbuffer.reports.results.Run.ViolationResult;
import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.json.ScenarioJson;
import io.github.oldbuffer.suite.ClauseOutcome;
import io.github.oldbuffer.suite.Deviation;
import io.github.oldbuffer.suite.SuiteOptions;
import io.github.oldbuffer.suite.SuiteResult;
import io.github.oldbuffer.suite.coverage.Covered;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.sweep.SweepTally;
import io.github.oldbuffer.suite.sweep.Swept;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Turns what a sweep found into what results hold: as a run of the suite, of the clauses that it came by.
 *
 * <p>Clauses that no scenario of it says anything about are left out: a sweep with a small bound has none for them. Nor
 * does it say that an entry on file is stale, for it need not have come by.
 *
 * @param missing what an interrupted sweep has not seen; empty for a whole one
 * @param smaller finds a smaller witness of what is not on file
 */
record RunOfSweep(
        Identity implementation, KnownDeviations known, List<String> missing, UnaryOperator<Deviation> smaller) {
    private static final Comparator<Deviation> ORDER = Comparator.<Deviation, Boolean>comparing(
                    found -> found.known().isEmpty())
            .thenComparing(Deviation::symptom);

    /** @param suite makes a run of a result of the suite */
    Run of(SweepTally tally, Function<SuiteResult, Run> suite) {
        List<ClauseOutcome> outcomes = new ArrayList<>();
        for (Clause clause : Clauses.all()) {
            long exercised = tally.exercised().getOrDefault(clause.id(), 0L);
            Map<String, Swept> found = tally.deviations().getOrDefault(clause.id(), Map.of());
            if (exercised > 0 || !found.isEmpty()) {
                outcomes.add(outcome(clause.id(), exercised, found));
            }
        }
        Run run = suite.apply(new SuiteResult(
                implementation, new SuiteOptions(1, 0, List.of()), outcomes, List.of(), Optional.empty()));
        return new Run(
                run.implementation(),
                run.conforms(),
                tally.scenarios(),
                tally.unsupported(),
                run.clauses().stream().map(clause -> met(clause, tally)).toList(),
                run.crashes().stream().map(crash -> met(crash, tally)).toList(),
                List.of(),
                List.of());
    }

    private ClauseOutcome outcome(String clause, long exercised, Map<String, Swept> found) {
        List<Deviation> violations = new ArrayList<>();
        List<Deviation> crashes = new ArrayList<>();
        found.forEach((symptom, swept) -> {
            Deviation deviation = deviation(clause, symptom, swept);
            (deviation.death().isPresent() ? crashes : violations).add(deviation);
        });
        violations.sort(ORDER);
        crashes.sort(ORDER);
        Overall verdict = !violations.isEmpty()
                ? Overall.VIOLATED
                : missing.isEmpty() && exercised > 0 ? Overall.HOLDS : Overall.NOT_EXERCISED;
        return new ClauseOutcome(
                clause, verdict, exercised, 0, exercised, missing, violations, crashes, Covered.NOTHING);
    }

    private Deviation deviation(String clause, String symptom, Swept swept) {
        Deviation found = Deviation.shown(clause, symptom, swept.witness(), swept.transcript())
                .orElseThrow();
        return known.find(clause, symptom).map(found::onFile).orElseGet(() -> smaller.apply(found));
    }

    private static ClauseResult met(ClauseResult clause, SweepTally tally) {
        return new ClauseResult(
                clause.id(),
                clause.level(),
                clause.verdict(),
                clause.scenarios(),
                clause.missing(),
                clause.violations().stream()
                        .map(found -> new ViolationResult(
                                found.symptom(),
                                found.reason(),
                                found.known(),
                                found.why(),
                                found.filed(),
                                found.witness(),
                                met(found.evidence(), clause.id(), found.symptom(), tally)))
                        .toList());
    }

    private static Crash met(Crash crash, SweepTally tally) {
        return new Crash(
                crash.kind(),
                crash.signal(),
                crash.clause(),
                crash.symptom(),
                crash.known(),
                crash.why(),
                crash.filed(),
                crash.witness(),
                met(crash.evidence(), crash.clause(), crash.symptom(), tally));
    }

    private static Evidence met(Evidence evidence, String clause, String symptom, SweepTally tally) {
        Swept swept = tally.deviations().get(clause).get(symptom);
        return evidence.with(new Met(swept.size(), ScenarioJson.toTree(swept.witness())));
    }
}
