package io.github.oldbuffer.commandline;

import io.github.oldbuffer.fuzzing.campaign.Figures;
import io.github.oldbuffer.fuzzing.campaign.Investigated;
import io.github.oldbuffer.reports.folder.Witnesses;
import io.github.oldbuffer.reports.results.Run;
import io.github.oldbuffer.reports.results.Run.Overall;
import io.github.oldbuffer.reports.results.Shown;
import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.ClauseOutcome;
import io.github.oldbuffer.suite.Deviation;
import io.github.oldbuffer.suite.SuiteOptions;
import io.github.oldbuffer.suite.SuiteResult;
import io.github.oldbuffer.suite.coverage.Covered;
import io.github.oldbuffer.suite.known.KnownDeviation;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Turns what a campaign found into what results hold: as a run of the suite, of the clauses that it came by.
 *
 * <p>It does not say that an entry on file is stale, for it need not have come by.
 */
final class RunOfCampaign {

    private RunOfCampaign() {}

    /**
     * A judged implementation's.
     *
     * @param exercised how often each clause was, by id
     */
    static Run judged(
            Identity identity,
            List<Investigated> found,
            Map<String, Long> exercised,
            Figures figures,
            KnownDeviations known,
            Witnesses witnesses,
            Function<Scenario, Optional<Transcript>> model,
            Beside beside) {
        List<ClauseOutcome> outcomes = new ArrayList<>();
        for (Clause clause : Clauses.all()) {
            List<Deviation> violations = new ArrayList<>();
            List<Deviation> crashes = new ArrayList<>();
            for (Investigated each : found) {
                if (each.clause().equals(clause.id())) {
                    (each.death().isPresent() ? crashes : violations).add(deviation(each, known));
                }
            }
            long times = exercised.getOrDefault(clause.id(), 0L);
            if (times > 0 || !violations.isEmpty() || !crashes.isEmpty()) {
                outcomes.add(new ClauseOutcome(
                        clause.id(),
                        violations.isEmpty() ? Overall.HOLDS : Overall.VIOLATED,
                        times,
                        0,
                        times,
                        List.of(),
                        violations,
                        crashes,
                        Covered.NOTHING));
            }
        }
        Run run = RunOf.suite(
                new SuiteResult(identity, new SuiteOptions(1, 0, List.of()), outcomes, List.of(), Optional.empty()),
                witnesses,
                model,
                beside);
        return new Run(
                run.implementation(),
                run.conforms(),
                figures.executions(),
                figures.unsupported(),
                run.clauses(),
                run.crashes(),
                List.of(),
                List.of());
    }

    /** That of an implementation that was compared with another. */
    static Run compared(
            Identity identity, Identity other, List<Investigated> found, Figures figures, Witnesses witnesses) {
        List<Run.Difference> differences = found.stream()
                .map(each -> new Run.Difference(
                        each.symptom(),
                        witnesses.add(new io.github.oldbuffer.reports.folder.Difference(
                                identity, other, each.symptom(), reason(each), each.witness())),
                        new Shown(other, reason(each), EvidenceOf.of(each.witness(), each.transcript(), each.other()))))
                .toList();
        return new Run(
                identity,
                differences.isEmpty(),
                figures.executions(),
                figures.unsupported(),
                List.of(),
                List.of(),
                differences,
                List.of());
    }

    private static Deviation deviation(Investigated found, KnownDeviations known) {
        Optional<KnownDeviation> entry = known.find(found.clause(), found.symptom());
        return new Deviation(
                found.clause(),
                found.symptom(),
                reason(found),
                found.witness(),
                found.transcript(),
                found.death(),
                entry);
    }

    private static String reason(Investigated found) {
        return found.stable()
                ? found.reason()
                : found.reason() + " (flaky: " + found.shown() + " of " + Investigated.REPLAYS + " replays showed it)";
    }
}
