package io.github.oldbuffer.spec.results;

/**
 * A clause's verdict over a whole run.
 *
 * @param level the word of the clause's level
 * @param why what the verdict rests on where that is not the findings: what was missing, how many scenarios died, why
 *     the implementation cannot be asked; otherwise {@code null}
 * @param scenarios how many exercised it
 */
public record ClauseResult(String id, String level, Verdict verdict, String why, long scenarios) {

    /** What a run says of a clause. */
    public enum Verdict {
        /** It was exercised, and nothing was found. */
        HOLDS,
        /** A violation was found, known or not. */
        VIOLATED,
        /** Some of its scenarios killed the process, and none violated it. */
        DIED,
        /** Nothing can be said. */
        NOT_EXERCISED,
        /** This implementation cannot be asked; it never changes the status. */
        NOT_APPLICABLE
    }

    /** Whether nobody promises it: it changes no answer. */
    public boolean reference() {
        return level.equals("reference");
    }
}
