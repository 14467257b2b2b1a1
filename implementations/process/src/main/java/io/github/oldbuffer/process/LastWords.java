package io.github.oldbuffer.process;

import java.util.Optional;

/** The line by which code that ends its process on purpose says why. */
public final class LastWords {

    /** What the line begins with, on standard error. */
    public static final String DEATH = "oldbuffer: the process ends: ";

    private LastWords() {}

    /**
     * The reason that a text holds.
     *
     * @param text what a process wrote to standard error
     */
    public static Optional<String> death(String text) {
        return text.lines()
                .filter(line -> line.startsWith(DEATH))
                .map(line -> line.substring(DEATH.length()))
                .findFirst();
    }
}
