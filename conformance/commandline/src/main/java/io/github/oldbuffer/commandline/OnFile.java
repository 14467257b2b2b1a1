package io.github.oldbuffer.commandline;

import io.github.oldbuffer.reports.gate.Tally;
import io.github.oldbuffer.reports.results.Results;
import io.github.oldbuffer.reports.results.Run;
import io.github.oldbuffer.reports.results.Run.ClauseResult;
import io.github.oldbuffer.reports.results.Run.Crash;
import io.github.oldbuffer.reports.results.Run.Stale;
import io.github.oldbuffer.reports.results.Run.ViolationResult;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.suite.known.KnownDeviation;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Holds results against another file of known deviations than the run that made them did.
 *
 * @param known those that apply to the run's implementation, expired ones too
 * @param today the day of the decision
 */
record OnFile(KnownDeviations known, LocalDate today) {

    /**
     * The same findings, known by this file alone; an entry that the results do not show is stale, whether it has
     * expired or not.
     */
    static Results judge(Results results, KnownDeviations known, LocalDate today) {
        List<Run> runs = results.runs().stream()
                .map(run -> new OnFile(known.of(run.implementation(), levels(run)), today).judge(run))
                .collect(Collectors.toUnmodifiableList());
        return results.with(runs);
    }

    /** The word of a clause's level: as the run has it, and where it says nothing as this kit has it. */
    static UnaryOperator<String> levels(Run run) {
        Map<String, String> told = run.clauses().stream()
                .collect(Collectors.toMap(ClauseResult::id, ClauseResult::level, (first, again) -> first));
        return clause -> told.containsKey(clause)
                ? told.get(clause)
                : Clauses.find(clause).map(found -> found.level().word()).orElse("");
    }

    private Run judge(Run run) {
        List<ClauseResult> clauses = run.clauses().stream().map(this::judge).collect(Collectors.toUnmodifiableList());
        List<Crash> crashes = run.crashes().stream().map(this::judge).collect(Collectors.toUnmodifiableList());
        Run judged = new Run(
                run.implementation(),
                run.conforms(),
                run.scenarios(),
                run.unsupported(),
                clauses,
                crashes,
                run.differences(),
                stale(clauses, crashes),
                run.measured(),
                run.coverage());
        return new Run(
                judged.implementation(),
                Tally.of(judged).conforms(),
                judged.scenarios(),
                judged.unsupported(),
                judged.clauses(),
                judged.crashes(),
                judged.differences(),
                judged.stale(),
                judged.measured(),
                judged.coverage());
    }

    private ClauseResult judge(ClauseResult clause) {
        List<ViolationResult> violations = clause.violations().stream()
                .map(violation -> {
                    Optional<KnownDeviation> entry = entry(clause.id(), violation.symptom());
                    return new ViolationResult(
                            violation.symptom(),
                            violation.reason(),
                            entry.isPresent(),
                            entry.map(KnownDeviation::reason).orElse(null),
                            entry.map(FiledOf::entry).orElse(null),
                            violation.witness(),
                            violation.evidence());
                })
                .collect(Collectors.toUnmodifiableList());
        return new ClauseResult(
                clause.id(), clause.level(), clause.verdict(), clause.scenarios(), clause.missing(), violations);
    }

    private Crash judge(Crash crash) {
        Optional<KnownDeviation> entry = entry(crash.clause(), crash.symptom());
        return new Crash(
                crash.kind(),
                crash.signal(),
                crash.clause(),
                crash.symptom(),
                entry.isPresent(),
                entry.map(KnownDeviation::reason).orElse(null),
                entry.map(FiledOf::entry).orElse(null),
                crash.witness(),
                crash.evidence());
    }

    private Optional<KnownDeviation> entry(String clause, String symptom) {
        return known.on(today).find(clause, symptom);
    }

    private List<Stale> stale(List<ClauseResult> clauses, List<Crash> crashes) {
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
