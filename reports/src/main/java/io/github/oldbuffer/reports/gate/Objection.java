package io.github.oldbuffer.reports.gate;

/**
 * A reason why the gate stays shut.
 *
 * @param implementation the id of the implementation it is about
 * @param sentence for people
 */
public record Objection(Kind kind, String implementation, String sentence) {

    /** What is wrong. */
    public enum Kind {
        /** A deviation that is not on file. */
        DEVIATION,
        /** A death that is not on file. */
        DEATH,
        /** Something that is done otherwise than by what it was compared with. */
        DIFFERENCE,
        /** A deviation on file that deviates no more. */
        STALE,
        /** A clause about which the results say nothing. */
        NOT_EXERCISED,
        /** Something about which the results say nothing, and the baseline did. */
        NO_LONGER_EXERCISED,
        /** Fewer scenarios than asked for. */
        FEWER
    }
}
