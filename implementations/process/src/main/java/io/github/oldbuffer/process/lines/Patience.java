package io.github.oldbuffer.process.lines;

import java.time.Duration;

/**
 * How long a program may still take.
 *
 * <p>Waits are counted, not the clock: while the machine or the kit was asleep, so was the program.
 */
final class Patience {

    private final Duration limit;
    private long waitedMillis;

    Patience(Duration limit) {
        this.limit = limit;
    }

    /** In all. */
    Duration limit() {
        return limit;
    }

    void waited(long millis) {
        waitedMillis += millis;
    }

    boolean over() {
        return waitedMillis >= limit.toMillis();
    }
}
