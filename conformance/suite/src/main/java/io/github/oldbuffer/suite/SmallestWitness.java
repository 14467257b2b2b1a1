package io.github.oldbuffer.suite;

import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.suite.reduce.Reducer;
import io.github.oldbuffer.suite.reduce.Reducer.Shown;

/**
 * Makes the witnesses of deviations as small as can be.
 *
 * @param implementation showed them, and shows them again
 */
public record SmallestWitness(Implementation implementation) {

    /** The same deviation in the smallest scenario found; as it was where the implementation cannot be used any more. */
    public Deviation of(Deviation found) {
        int attempts = found.death().isPresent() ? Execution.SHRINK_ATTEMPTS_OF_DEATHS : Execution.SHRINK_ATTEMPTS;
        try {
            return new Reducer(attempts)
                    .reduce(
                            new Shown<>(found.witness(), found),
                            candidate -> Deviation.shown(
                                    found.clause(), found.symptom(), candidate, Running.one(implementation, candidate)))
                    .value();
        } catch (BrokenImplementationException nothingSmaller) {
            return found;
        }
    }
}
