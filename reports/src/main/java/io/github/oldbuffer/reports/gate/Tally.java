package io.github.oldbuffer.reports.gate;

import io.github.oldbuffer.reports.results.Run;
import io.github.oldbuffer.reports.results.Run.ClauseResult;
import io.github.oldbuffer.reports.results.Run.Crash;
import io.github.oldbuffer.reports.results.Run.Overall;
import io.github.oldbuffer.reports.results.Run.ViolationResult;
import io.github.oldbuffer.spec.clause.Level;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What counts in a run, counted. Clauses of level reference do not: nobody promises them.
 *
 * @param held clauses that hold
 * @param known deviations and deaths on file
 * @param fresh deviations not on file
 * @param crashes deaths not on file
 * @param notExercised clauses about which nothing can be said
 */
public record Tally(int held, int known, int fresh, int crashes, int notExercised) {

    public static Tally of(Run run) {
        List<ClauseResult> binding = run.clauses().stream()
                .filter(clause -> !clause.level().equals(Level.REFERENCE.word()))
                .collect(Collectors.toUnmodifiableList());
        List<ViolationResult> violations = binding.stream()
                .flatMap(clause -> clause.violations().stream())
                .collect(Collectors.toUnmodifiableList());
        int known = (int) violations.stream().filter(ViolationResult::known).count();
        int knownDeaths = (int) run.crashes().stream().filter(Crash::known).count();
        return new Tally(
                count(binding, Overall.HOLDS),
                known + knownDeaths,
                violations.size() - known,
                run.crashes().size() - knownDeaths,
                count(binding, Overall.NOT_EXERCISED));
    }

    /** Whether nothing deviates but what is on file, and every clause was exercised. */
    public boolean conforms() {
        return !deviates() && notExercised == 0;
    }

    /** Whether something deviates that is not on file. */
    public boolean deviates() {
        return fresh + crashes > 0;
    }

    private static int count(List<ClauseResult> clauses, Overall verdict) {
        return (int)
                clauses.stream().filter(clause -> clause.verdict() == verdict).count();
    }
}
