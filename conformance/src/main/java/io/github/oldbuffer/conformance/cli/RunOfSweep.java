package io.github.oldbuffer.conformance.cli;

import io.github.oldbuffer.conformance.known.KnownDeviation;
import io.github.oldbuffer.conformance.known.KnownDeviations;
import io.github.oldbuffer.conformance.suite.DeathWords;
import io.github.oldbuffer.conformance.sweep.SweepTally;
import io.github.oldbuffer.conformance.sweep.Swept;
import io.github.oldbuffer.reports.folder.Deviation;
import io.github.oldbuffer.reports.folder.Witnesses;
import io.github.oldbuffer.reports.results.Run;
import io.github.oldbuffer.reports.results.Run.ClauseResult;
import io.github.oldbuffer.reports.results.Run.Crash;
import io.github.oldbuffer.reports.results.Run.ViolationResult;
import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.judge.Judge;
import io.github.oldbuffer.spec.judge.Verdict;
import io.github.oldbuffer.spec.transcript.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Turns what a sweep found into what results hold.
 *
 * <p>Clauses that no scenario of it says anything about are left out: a sweep with a small bound has none for them. Nor
 * does it say that an entry on file is stale, for it need not have come by.
 */
final class RunOfSweep {
    private final Identity implementation;
    private final KnownDeviations known;
    private final Witnesses witnesses;

    private RunOfSweep(Identity implementation, KnownDeviations known, Witnesses witnesses) {
        this.implementation = implementation;
        this.known = known;
        this.witnesses = witnesses;
    }

    /** @param witnesses gets the witness of every deviation */
    static Run of(Identity implementation, SweepTally tally, KnownDeviations known, Witnesses witnesses) {
        return new RunOfSweep(implementation, known, witnesses).run(tally);
    }

    private Run run(SweepTally tally) {
        List<ClauseResult> clauses = new ArrayList<>();
        List<Crash> crashes = new ArrayList<>();
        for (Clause clause : Clauses.all()) {
            Map<String, Swept> found = tally.deviations().getOrDefault(clause.id(), Map.of());
            List<ViolationResult> violations = new ArrayList<>();
            found.forEach((symptom, swept) -> {
                String why = why(clause.id(), symptom);
                String reason = reason(clause.id(), symptom, swept);
                String witness = witnesses.add(
                        new Deviation(implementation, clause.id(), symptom, reason, why, swept.witness()));
                if (DeathWords.is(symptom) && swept.transcript().outcome() instanceof Outcome.Died died) {
                    crashes.add(new Crash(
                            died.death().name(), died.detail(), clause.id(), symptom, why != null, why, witness));
                } else {
                    violations.add(new ViolationResult(symptom, reason, why != null, why, witness));
                }
            });
            long exercised = tally.exercised().getOrDefault(clause.id(), 0L);
            if (exercised > 0) {
                clauses.add(new ClauseResult(
                        clause.id(),
                        clause.level().word(),
                        violations.isEmpty() ? Run.Overall.HOLDS : Run.Overall.VIOLATED,
                        exercised,
                        List.of(),
                        violations));
            }
        }
        boolean conforms =
                clauses.stream().allMatch(clause -> clause.violations().stream().allMatch(ViolationResult::known))
                        && crashes.stream().allMatch(Crash::known);
        return new Run(
                implementation,
                conforms,
                tally.scenarios(),
                tally.unsupported(),
                clauses,
                crashes,
                List.of(),
                List.of());
    }

    /** Judged once more, for a sweep keeps no words of the many violations that it meets. */
    private static String reason(String clause, String symptom, Swept swept) {
        if (DeathWords.is(symptom) && swept.transcript().outcome() instanceof Outcome.Died died) {
            return DeathWords.reason(swept.witness(), died);
        }
        return Judge.judge(clause, swept.witness(), swept.transcript()).violations().stream()
                .filter(violation -> violation.symptom().equals(symptom))
                .map(Verdict.Violation::reason)
                .findFirst()
                .orElseThrow();
    }

    /** The reason on file, or {@code null}. */
    private String why(String clause, String symptom) {
        return known.find(clause, symptom).map(KnownDeviation::reason).orElse(null);
    }
}
