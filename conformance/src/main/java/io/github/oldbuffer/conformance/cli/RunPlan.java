package io.github.oldbuffer.conformance.cli;

import io.github.oldbuffer.conformance.journal.JournalHeader;
import io.github.oldbuffer.conformance.known.KnownDeviations;
import io.github.oldbuffer.conformance.suite.SuiteOptions;
import io.github.oldbuffer.spec.implementation.Identity;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a run is to do.
 *
 * @param header the same for a run and for its continuation
 * @param onFile what the user wants on file; empty where what the kit has on file counts
 * @param out the folder of the report
 */
record RunPlan(JournalHeader header, SuiteOptions options, Optional<KnownDeviations> onFile, Path out) {

    /** The known deviations that count for an implementation on the day of the run. */
    KnownDeviations known(Identity implementation) {
        return onFile.orElseGet(() -> KnownDeviations.builtIn(implementation)).on(LocalDate.parse(header.day()));
    }
}
