package io.github.oldbuffer.suite.compare;

import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.results.Run;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/**
 * What a comparison of two implementations found.
 *
 * @param left the one that is looked at, with the differences among its findings
 * @param right the one that it is held against
 * @param leftOut scenarios that were not run because a call of them had killed one of the two often enough
 * @param compared how many scenarios both support
 * @param differing how many scenarios showed a difference, by its key
 * @param ofLeft how many scenarios showed any of some findings of the first one
 * @param ofRight the same of the second one
 * @param unfinished why not every scenario was run
 */
public record DiffResult(
        Run left,
        Run right,
        long leftOut,
        long compared,
        Map<Finding.Key, Long> differing,
        ToLongFunction<List<Finding>> ofLeft,
        ToLongFunction<List<Finding>> ofRight,
        Optional<String> unfinished) {
    public DiffResult {
        differing = Map.copyOf(differing);
    }

    /** With both runs changed in the same way. */
    public DiffResult map(UnaryOperator<Run> change) {
        return new DiffResult(
                change.apply(left), change.apply(right), leftOut, compared, differing, ofLeft, ofRight, unfinished);
    }

    /** The differences, those that most scenarios showed first. */
    public List<Finding> differences() {
        return differences(left);
    }

    /** The differences among a run's findings, those that most scenarios showed first. */
    public List<Finding> differences(Run run) {
        return run.findings().stream()
                .filter(finding -> finding.kind() == Kind.DIFFERENCE)
                .sorted(Comparator.comparingLong(this::scenarios).reversed())
                .toList();
    }

    /** How many scenarios showed a difference. */
    public long scenarios(Finding difference) {
        return differing.getOrDefault(difference.key(), 1L);
    }

    /** Why the two cannot be said to do the same; empty where every scenario was run and some were compared. */
    public Optional<String> doubt() {
        return compared == 0
                ? Optional.of("no scenario was compared: one of the two supported none of them")
                : unfinished;
    }
}
