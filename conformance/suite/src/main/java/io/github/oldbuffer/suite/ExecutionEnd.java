package io.github.oldbuffer.suite;

import io.github.oldbuffer.suite.coverage.Covered;
import java.util.List;

/**
 * What one execution of a clause's property came to.
 *
 * @param ran scenarios that were run as tries
 * @param unsupported how many of them the implementation did not support
 * @param exercised how many of them said something about the clause
 * @param missing what the property lacked to prove anything, where it did not fail
 * @param covered the part of the space of scenarios that the implementation came by
 * @param failed whether it found something new, so that the clause has another round
 */
public record ExecutionEnd(
        String clause,
        long ran,
        long unsupported,
        long exercised,
        List<String> missing,
        Covered covered,
        boolean failed) {
    public ExecutionEnd {
        missing = List.copyOf(missing);
    }
}
