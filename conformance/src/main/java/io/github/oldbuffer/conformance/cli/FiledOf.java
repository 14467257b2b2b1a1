package io.github.oldbuffer.conformance.cli;

import io.github.oldbuffer.conformance.known.KnownDeviation;
import io.github.oldbuffer.reports.results.Filed;
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
