package io.github.oldbuffer.reports.trend;

import io.github.oldbuffer.reports.results.Run;
import io.github.oldbuffer.reports.results.Run.ClauseResult;
import io.github.oldbuffer.reports.results.Run.Overall;
import io.github.oldbuffer.reports.results.Run.ViolationResult;
import io.github.oldbuffer.spec.clause.Level;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A run's clauses, counted by what was found: each of them once. Those of level reference do not count.
 *
 * @param known violated in ways that are all on file
 * @param fresh violated in a way that is not on file
 */
public record Verdicts(int held, int known, int fresh, int notExercised) {

    static Verdicts of(Run run) {
        List<ClauseResult> binding = run.clauses().stream()
                .filter(clause -> !clause.level().equals(Level.REFERENCE.word()))
                .collect(Collectors.toUnmodifiableList());
        int violated = count(binding, Overall.VIOLATED);
        int known = (int) binding.stream()
                .filter(clause -> clause.verdict() == Overall.VIOLATED)
                .filter(clause -> clause.violations().stream().allMatch(ViolationResult::known))
                .count();
        return new Verdicts(
                count(binding, Overall.HOLDS), known, violated - known, count(binding, Overall.NOT_EXERCISED));
    }

    /** All of them. */
    public int clauses() {
        return held + known + fresh + notExercised;
    }

    private static int count(List<ClauseResult> clauses, Overall verdict) {
        return (int)
                clauses.stream().filter(clause -> clause.verdict() == verdict).count();
    }
}
