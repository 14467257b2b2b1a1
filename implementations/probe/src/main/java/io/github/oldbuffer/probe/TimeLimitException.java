package io.github.oldbuffer.probe;

import java.io.IOException;
import java.time.Duration;

/** A command took longer than it may. */
public final class TimeLimitException extends IOException {

    private static final long serialVersionUID = 1L;

    TimeLimitException(String command, Duration limit) {
        super(command + " took longer than " + limit.toSeconds() + " s");
    }
}
