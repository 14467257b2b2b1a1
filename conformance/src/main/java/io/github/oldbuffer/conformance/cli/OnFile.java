package io.github.oldbuffer.conformance.cli;

import io.github.oldbuffer.conformance.known.KnownDeviation;
import io.github.oldbuffer.conformance.known.KnownDeviations;
import io.github.oldbuffer.reports.gate.Tally;
import io.github.oldbuffer.reports.results.Results;
import io.github.oldbuffer.reports.results.Run;
import io.github.oldbuffer.reports.results.Run.ClauseResult;
import io.github.oldbuffer.reports.results.Run.Crash;
import io.github.oldbuffer.reports.results.Run.Stale;
import io.github.oldbuffer.reports.results.Run.ViolationResult;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds results against another file of known deviations than the run that made them did. */
final class OnFile {

    private OnFile() {}

    /** The same findings, known by this file alone; an entry that the results do not show is stale. */
    static Results judge(Results results, KnownDeviations known) {
        List<Run> runs = results.runs().stream()
                .map(run -> judge(run, known.of(run.implementation())))
                .collect(Collectors.toUnmodifiableList());
        return results.with(runs);
    }

    private static Run judge(Run run, KnownDeviations known) {
        List<ClauseResult> clauses =
                run.clauses().stream().map(clause -> judge(clause, known)).collect(Collectors.toUnmodifiableList());
        List<Crash> crashes =
                run.crashes().stream().map(crash -> judge(crash, known)).collect(Collectors.toUnmodifiableList());
        Run judged = new Run(
                run.implementation(),
                run.conforms(),
                run.scenarios(),
                run.unsupported(),
                clauses,
                crashes,
                run.differences(),
                stale(clauses, crashes, known),
                run.measured());
        return new Run(
                judged.implementation(),
                Tally.of(judged).conforms(),
                judged.scenarios(),
                judged.unsupported(),
                judged.clauses(),
                judged.crashes(),
                judged.differences(),
                judged.stale(),
                judged.measured());
    }

    private static ClauseResult judge(ClauseResult clause, KnownDeviations known) {
        List<ViolationResult> violations = clause.violations().stream()
                .map(violation -> {
                    String why = why(known, clause.id(), violation.symptom()).orElse(null);
                    return new ViolationResult(
                            violation.symptom(),
                            violation.reason(),
                            why != null,
                            why,
                            violation.witness(),
                            violation.evidence());
                })
                .collect(Collectors.toUnmodifiableList());
        return new ClauseResult(
                clause.id(), clause.level(), clause.verdict(), clause.scenarios(), clause.missing(), violations);
    }

    private static Crash judge(Crash crash, KnownDeviations known) {
        String why = why(known, crash.clause(), crash.symptom()).orElse(null);
        return new Crash(
                crash.kind(),
                crash.signal(),
                crash.clause(),
                crash.symptom(),
                why != null,
                why,
                crash.witness(),
                crash.evidence());
    }

    private static Optional<String> why(KnownDeviations known, String clause, String symptom) {
        return known.entries().stream()
                .filter(entry ->
                        entry.clause().equals(clause) && entry.symptom().equals(symptom))
                .map(KnownDeviation::reason)
                .findFirst();
    }

    private static List<Stale> stale(List<ClauseResult> clauses, List<Crash> crashes, KnownDeviations known) {
        Set<Stale> seen = new HashSet<>();
        clauses.forEach(clause ->
                clause.violations().forEach(violation -> seen.add(new Stale(clause.id(), violation.symptom()))));
        crashes.forEach(crash -> seen.add(new Stale(crash.clause(), crash.symptom())));
        Set<String> judged = clauses.stream().map(ClauseResult::id).collect(Collectors.toSet());
        return known.entries().stream()
                .map(entry -> new Stale(entry.clause(), entry.symptom()))
                .filter(entry -> judged.contains(entry.clause()) && !seen.contains(entry))
                .distinct()
                .collect(Collectors.toUnmodifiableList());
    }
}
