package io.github.oldbuffer.suite.search;

import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;

/**
 * What became of a scenario.
 *
 * @param transcript what the implementation did
 * @param other what the implementation that it is compared with did; {@code null} where there is none, or where it was
 *     not asked
 */
public record Ran(Transcript transcript, Transcript other) {

    static boolean died(Transcript transcript) {
        return transcript != null && transcript.outcome() instanceof Outcome.Died;
    }

    static boolean completed(Transcript transcript) {
        return transcript != null && transcript.outcome() instanceof Outcome.Completed;
    }

    static boolean unsupported(Transcript transcript) {
        return transcript != null && transcript.outcome() instanceof Outcome.Unsupported;
    }
}
