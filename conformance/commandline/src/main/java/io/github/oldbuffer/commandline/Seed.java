package io.github.oldbuffer.commandline;

import java.security.SecureRandom;

/** Which seed a run takes. */
final class Seed {

    /** Where a CI service runs the kit: a run there must not fail by chance. */
    static final long FIXED = 20261122;

    /** New seeds stay below this, so that people can type them. */
    private static final int LIMIT = 1_000_000_000;

    private Seed() {}

    /** @param given by the user, or {@code null} */
    static long of(Long given, Terminal terminal) {
        if (given != null) {
            return given;
        }
        return terminal.ci() ? FIXED : new SecureRandom().nextInt(LIMIT);
    }
}
