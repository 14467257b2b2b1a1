package io.github.oldbuffer.commandline;

import io.github.oldbuffer.reports.results.Filed;
import io.github.oldbuffer.suite.known.KnownDeviation;
import java.time.LocalDate;

/** Turns an entry on file into what results hold of it. */
final class FiledOf {

    private FiledOf() {}

    static Filed entry(KnownDeviation entry) {
        return new Filed(
                entry.versions().toString(),
                entry.since().map(LocalDate::toString).orElse(null),
                entry.upstream().orElse(null),
                entry.expires().map(LocalDate::toString).orElse(null));
    }
}
