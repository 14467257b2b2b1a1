package io.github.oldbuffer.reports.gate;

/**
 * A reason why results do not pass.
 *
 * @param implementation the id of the implementation it is about
 * @param sentence for people
 */
public record Objection(Kind kind, String implementation, String sentence) {

    /** What is wrong. */
    public enum Kind {
        /** A violation that is not on file. */
        DEVIATION,
        /** A death that is not on file. */
        DEATH,
        /** A difference from what it was compared with that is not on file. */
        DIFFERENCE,
        /** An entry on file that does not say why it is accepted. */
        NO_REASON,
        /** An entry on file whose witness was replayed and deviates no more. */
        STALE,
        /** A clause about which the results say nothing. */
        NOT_EXERCISED,
        /** Something came in between, so that the results say less than was asked for. */
        NOT_JUDGED_IN_FULL,
        /** Something about which the results say nothing, and the baseline did. */
        NO_LONGER_EXERCISED,
        /** Fewer scenarios than asked for. */
        FEWER
    }

    /** Whether it means that the results could not be judged, rather than that something is wrong. */
    public boolean notJudged() {
        return kind == Kind.NOT_EXERCISED || kind == Kind.NOT_JUDGED_IN_FULL;
    }
}
