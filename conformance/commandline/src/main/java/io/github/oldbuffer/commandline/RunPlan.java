package io.github.oldbuffer.commandline;

import io.github.oldbuffer.commandline.journal.JournalHeader;
import io.github.oldbuffer.reports.results.Results;
import io.github.oldbuffer.reports.results.Run;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.suite.SuiteOptions;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
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
        return filed(implementation).on(LocalDate.parse(header.day()));
    }

    /** The known deviations of an implementation that count no more on that day, in a sentence each. */
    List<String> expired(Identity implementation) {
        LocalDate day = LocalDate.parse(header.day());
        return filed(implementation).of(implementation).entries().stream()
                .filter(entry -> !entry.countsOn(day))
                .map(entry -> implementation.id() + ": " + entry.clause() + ": " + entry.symptom()
                        + " counts as new, the entry on file expired after "
                        + entry.expires().orElseThrow())
                .toList();
    }

    private KnownDeviations filed(Identity implementation) {
        return onFile.orElseGet(() -> KnownDeviations.builtIn(implementation));
    }

    /** What the run found, and the command that repeats it. */
    Results results(List<Run> runs) {
        List<String> ids = header.named()
                ? header.implementations()
                : runs.stream().map(run -> run.implementation().id()).toList();
        boolean all = header.clauses().equals(ClausePatterns.allIds());
        return KitResults.drawn(options.seed(), options.tries(), "run")
                .option(RunCommand.CLAUSES, all ? null : String.join(",", header.clauses()))
                .option(RunCommand.KNOWN, header.known())
                .implementations(ids)
                .about(runs);
    }
}
