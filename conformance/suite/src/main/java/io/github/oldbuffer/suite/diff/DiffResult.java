package io.github.oldbuffer.suite.diff;

import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.suite.ClauseOutcome;
import java.util.List;
import java.util.Optional;

/**
 * What a comparison of two implementations found.
 *
 * @param left the one that is looked at
 * @param right the one that it is held against
 * @param scenarios that both ran
 * @param leftOut scenarios that were not run because of a call that nobody promises to survive, and one of the two had
 *     died of already
 * @param compared how many of them both support
 * @param differing how many of these the two did otherwise
 * @param differences each symptom once, those that most scenarios showed first
 * @param unfinished why not every scenario was run, one sentence each
 */
public record DiffResult(
        Side left,
        Side right,
        long scenarios,
        long leftOut,
        long compared,
        long differing,
        List<DifferenceFound> differences,
        List<String> unfinished) {
    public DiffResult {
        differences = List.copyOf(differences);
        unfinished = List.copyOf(unfinished);
    }

    /**
     * What one of the two did.
     *
     * @param unsupported scenarios that it does not support
     * @param clauses what it does by the contract; every clause, in the order in which clauses are listed
     */
    public record Side(Identity implementation, long unsupported, List<ClauseOutcome> clauses) {
        public Side {
            clauses = List.copyOf(clauses);
        }
    }

    /** Why the two cannot be said to do the same; empty where every scenario was run and some were compared. */
    public Optional<String> doubt() {
        return compared == 0
                ? Optional.of("no scenario was compared: one of the two supported none of them")
                : unfinished.stream().findFirst();
    }
}
