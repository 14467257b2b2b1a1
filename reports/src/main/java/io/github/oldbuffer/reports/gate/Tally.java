package io.github.oldbuffer.reports.gate;

import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.results.Run;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What counts in a run, counted: its clauses, each once, and its findings. Clauses of level reference do not count:
 * nobody promises them.
 *
 * @param held clauses that hold
 * @param known clauses that are violated, in ways that are all on file
 * @param fresh clauses that are violated in a way that is not on file
 * @param died clauses whose scenarios killed the process
 * @param notExercised clauses about which nothing can be said
 * @param notApplicable clauses about which this implementation cannot be asked
 * @param knownFindings on file, by kind
 * @param newFindings not on file, by kind
 */
public record Tally(
        int held,
        int known,
        int fresh,
        int died,
        int notExercised,
        int notApplicable,
        Map<Kind, Integer> knownFindings,
        Map<Kind, Integer> newFindings) {

    public Tally {
        knownFindings = Map.copyOf(knownFindings);
        newFindings = Map.copyOf(newFindings);
    }

    public static Tally of(Run run) {
        List<ClauseResult> binding =
                run.clauses().stream().filter(clause -> !clause.reference()).toList();
        Map<Verdict, Integer> verdicts = counted(binding, ClauseResult::verdict);
        int fresh = (int) binding.stream()
                .filter(clause -> run.findings(clause.id()).stream().anyMatch(finding -> !finding.known()))
                .count();
        Map<Boolean, List<Finding>> findings =
                run.findings().stream().filter(run::counts).collect(Collectors.partitioningBy(Finding::known));
        return new Tally(
                verdicts.getOrDefault(Verdict.HOLDS, 0),
                verdicts.getOrDefault(Verdict.VIOLATED, 0) - fresh,
                fresh,
                verdicts.getOrDefault(Verdict.DIED, 0),
                verdicts.getOrDefault(Verdict.NOT_EXERCISED, 0),
                verdicts.getOrDefault(Verdict.NOT_APPLICABLE, 0),
                counted(findings.get(true), Finding::kind),
                counted(findings.get(false), Finding::kind));
    }

    /** Findings of a kind that are on file. */
    public int known(Kind kind) {
        return knownFindings.getOrDefault(kind, 0);
    }

    /** Findings of a kind that are not on file. */
    public int fresh(Kind kind) {
        return newFindings.getOrDefault(kind, 0);
    }

    /** Violations and deaths on file. */
    public int knownDeviations() {
        return known(Kind.VIOLATION) + known(Kind.DEATH);
    }

    /** Calls that kill the process, known or not. */
    public int deaths() {
        return known(Kind.DEATH) + fresh(Kind.DEATH);
    }

    /** All clauses that count. */
    public int clauses() {
        return held + known + fresh + died + notExercised + notApplicable;
    }

    private static <T, K> Map<K, Integer> counted(List<T> things, Function<T, K> kind) {
        return things.stream().collect(Collectors.groupingBy(kind, Collectors.summingInt(thing -> 1)));
    }
}
