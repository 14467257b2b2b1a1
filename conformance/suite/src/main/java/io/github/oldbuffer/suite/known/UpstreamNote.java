package io.github.oldbuffer.suite.known;

/**
 * What became of a cause on file with those who maintain the implementation, as somebody looked it up.
 *
 * @param implementation the id up to its first colon
 * @param reason how the reason on file begins
 * @param state whether it is there to be proposed
 * @param address of the report, or of the lines of the source that were looked at; {@code null} where there is nothing to look at
 * @param looked the day on which somebody looked, such as {@code 2026-11-28}
 * @param says one sentence: what was seen there
 */
public record UpstreamNote(
        String implementation, String reason, State state, String address, String looked, String says) {

    /** Whether there is anything to propose, and if not, why. */
    public enum State {
        /** Somebody reported it, and it is open. */
        REPORTED,
        /** The current source does not do it any more. */
        FIXED,
        /** The current source still does it, and no report was found. */
        PRESENT,
        /** The source does not tell without being run, and no report was found. */
        UNCLEAR,
        /** It does what CPython does, which the document does not say. */
        AS_CPYTHON
    }

    /** Whether it can be sent: what is reported, fixed, or CPython's own way, is not proposed. */
    public boolean proposed() {
        return state == State.PRESENT || state == State.UNCLEAR;
    }
}
