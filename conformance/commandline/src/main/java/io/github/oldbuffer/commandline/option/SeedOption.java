package io.github.oldbuffer.commandline.option;

import io.github.oldbuffer.commandline.Terminal;
import java.security.SecureRandom;
import picocli.CommandLine.Option;

/** {@code --seed}: of every random choice. */
public final class SeedOption {

    public static final String NAME = "--seed";

    /** Where a CI service runs the kit: a run there must not fail by chance. */
    static final long FIXED = 20261122;

    /** New seeds stay below this, so that people can type them. */
    private static final int LIMIT = 1_000_000_000;

    @Option(
            names = NAME,
            paramLabel = "S",
            description =
                    "Of every random choice; the same seed gives the same scenarios. Default: a new one each time,"
                            + " or " + FIXED + " where the variable CI is set.")
    private Long seed;

    /** As given, or {@code null}. */
    public Long given() {
        return seed;
    }

    /** The seed to take. */
    public long chosen(Terminal terminal) {
        if (seed != null) {
            return seed;
        }
        return terminal.ci() ? FIXED : new SecureRandom().nextInt(LIMIT);
    }
}
