package io.github.oldbuffer.suite;

import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.suite.coverage.Covered;
import io.github.oldbuffer.suite.known.KnownDeviation;
import java.util.List;
import java.util.Optional;

/**
 * What a run of the suite found of one implementation.
 *
 * @param clauses one for each clause asked for, in the order in which clauses are listed
 * @param stale known deviations of those clauses whose witness deviates no more
 * @param broken why the implementation could not go on, in one sentence; what it could not do is NOT_EXERCISED
 */
public record SuiteResult(
        Identity implementation,
        SuiteOptions options,
        List<ClauseOutcome> clauses,
        List<KnownDeviation> stale,
        Optional<String> broken) {
    public SuiteResult {
        clauses = List.copyOf(clauses);
        stale = List.copyOf(stale);
    }

    /** Scenarios that were run, those of shrinking and of witnesses on file left out. */
    public long scenarios() {
        return clauses.stream().mapToLong(ClauseOutcome::ran).sum();
    }

    /** How many of them the implementation did not support. */
    public long unsupported() {
        return clauses.stream().mapToLong(ClauseOutcome::unsupported).sum();
    }

    /** The part of the space of scenarios that the implementation came by. */
    public Covered covered() {
        return clauses.stream().map(ClauseOutcome::covered).reduce(Covered.NOTHING, Covered::and);
    }

    /** No violation and no crash but known ones, and every clause was exercised. */
    public boolean conforms() {
        return clauses.stream().allMatch(ClauseOutcome::conforms);
    }
}
