package io.github.oldbuffer.ports.reproduce;

import java.util.Optional;

/**
 * What a program looks at in one step.
 *
 * @param expected the text that is right
 * @param observed the text that was seen
 * @param tolerated another text that is no sign of the fault, since CPython's own function gives it; {@code null}: none
 */
public record Check(int step, Aspect aspect, String expected, String observed, String tolerated) {

    public Check(int step, Aspect aspect, String expected, String observed) {
        this(step, aspect, expected, observed, null);
    }

    /** The same, but for an exception that CPython's own function raises. */
    Check tolerating(String exception) {
        return new Check(step, aspect, expected + ", or " + exception + " as CPython's own", observed, exception);
    }

    Optional<String> alsoRight() {
        return Optional.ofNullable(tolerated);
    }
}
