package io.github.oldbuffer.commandline;

import io.github.oldbuffer.spec.results.Run;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Measures a run. */
public record Stopwatch(Instant started, long nanos) {

    public static Stopwatch start() {
        return new Stopwatch(Instant.now(), System.nanoTime());
    }

    /** How long it has taken until now. */
    public Run.Measured measured() {
        return new Run.Measured(
                started.truncatedTo(ChronoUnit.SECONDS).toString(),
                Duration.ofNanos(System.nanoTime() - nanos).toMillis());
    }
}
