package io.github.oldbuffer.probe;

import io.github.oldbuffer.spec.transcript.Outcome;

/** How the run of a batch ended. */
public sealed interface RunEnd {

    RunEnd FINISHED = new Finished();

    RunEnd LOST = new Lost();

    /** The host ran the batch, or as much of it as the output area had room for. */
    record Finished() implements RunEnd {}

    /**
     * A scenario killed the host, the first one without a transcript in the output area; the host is ready for another
     * batch.
     */
    record Died(Outcome.Died outcome) implements RunEnd {}

    /** The host ended between scenarios and is ready again: what has no transcript yet is to be sent again. */
    record Lost() implements RunEnd {}
}
