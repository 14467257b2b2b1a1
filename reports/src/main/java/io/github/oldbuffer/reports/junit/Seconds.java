package io.github.oldbuffer.reports.junit;

import io.github.oldbuffer.spec.results.Run;
import java.util.Locale;
import java.util.Optional;

/** Time as JUnit XML tells it. */
final class Seconds {

    private Seconds() {}

    /** How long a run took; 0 where nobody measured it. */
    static long millis(Run run) {
        return run.measured() == null ? 0 : run.measured().millis();
    }

    /** When a run began, in UTC, which JUnit XML does not say; empty where nobody noted it. */
    static Optional<String> started(Run run) {
        return Optional.ofNullable(run.measured())
                .map(measured -> measured.started().replaceFirst("(\\.\\d+)?Z$", ""));
    }

    /** Such as {@code 1.500}. */
    static String text(long millis) {
        return String.format(Locale.ROOT, "%d.%03d", millis / 1000, millis % 1000);
    }
}
