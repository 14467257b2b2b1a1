package io.github.oldbuffer.commandline.command;

import io.github.oldbuffer.commandline.input.ClausePatterns;
import io.github.oldbuffer.commandline.journal.JournalHeader;
import io.github.oldbuffer.commandline.option.KnownOption;
import io.github.oldbuffer.commandline.report.KitResults;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.spec.results.Source;
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
 * @param sources the lines that findings are about
 * @param out the folder of the report
 */
public record RunPlan(
        JournalHeader header, SuiteOptions options, Optional<KnownDeviations> onFile, List<Source> sources, Path out) {

    /** The known deviations that count for an implementation on the day of the run. */
    public KnownDeviations known(Identity implementation) {
        return filed(implementation).on(day());
    }

    /** The day of the run. */
    public LocalDate day() {
        return LocalDate.parse(header.day());
    }

    /** What is on file for the implementations of some runs. */
    public KnownDeviations filedForAll(List<Run> runs) {
        return onFile.orElseGet(() -> runs.stream()
                .map(run -> KnownDeviations.builtIn(run.implementation()))
                .reduce(KnownDeviations.NONE, KnownDeviations::and));
    }

    /** Those that are filed for an implementation and do not count. */
    public KnownDeviations lapsed(Identity implementation) {
        return new KnownDeviations(filed(implementation).of(implementation).entries().stream()
                .filter(entry -> !entry.countsOn(day()))
                .toList());
    }

    /** All that are on file for it. */
    public KnownDeviations filed(Identity implementation) {
        return onFile.orElseGet(() -> KnownDeviations.builtIn(implementation));
    }

    /** What the run found, and the command that repeats it. */
    public Results results(List<Run> runs) {
        List<String> ids = header.named()
                ? header.implementations()
                : runs.stream().map(run -> run.implementation().id()).toList();
        boolean all = header.clauses().equals(ClausePatterns.allIds());
        return KitResults.drawn(options.seed(), options.tries(), "run")
                .option(RunCommand.CLAUSES, all ? null : String.join(",", header.clauses()))
                .option(KnownOption.NAME, header.known())
                .implementations(ids)
                .about(runs)
                .withSources(sources);
    }
}
