package io.github.oldbuffer.commandline;

import io.github.oldbuffer.reports.folder.ReportFolder;
import io.github.oldbuffer.reports.folder.ReportForm;
import io.github.oldbuffer.reports.folder.Witnesses;
import io.github.oldbuffer.reports.results.Results;
import io.github.oldbuffer.reports.results.Run;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.suite.SuiteOptions;
import io.github.oldbuffer.suite.diff.DiffResult;
import io.github.oldbuffer.suite.diff.DiffRunner;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./conform diff}: the same scenarios on two implementations. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        versionProvider = Kit.class,
        sortOptions = false,
        description = {
            "Runs the same scenarios on two implementations and tells where they differ, whatever the contract says.",
            "The exit status is 1 where they differ."
        })
final class DiffCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Implementations implementations;

    @Option(
            names = {"-i", "--implementation"},
            paramLabel = "ID",
            required = true,
            description = "Which implementation; exactly two, the second is what the first is held against.")
    private List<String> ids;

    @Option(
            names = "--tries",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Scenarios for each clause, and for each thing that no clause speaks of, 1 to 1000000."
                    + " Default: ${DEFAULT-VALUE}.")
    private int tries;

    @Option(names = "--seed", paramLabel = "S", description = "Of every random choice, as for run.")
    private Long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "conformance-report",
            description = "Where the report goes. Default: ${DEFAULT-VALUE}.")
    private Path out;

    DiffCommand(Terminal terminal, Implementations implementations) {
        this.terminal = terminal;
        this.implementations = implementations;
    }

    @Override
    public Integer call() throws CommandException {
        if (ids.size() != 2) {
            throw CommandException.usage("diff compares two implementations, so it needs -i twice, not "
                    + Words.count(ids.size(), "time", "times"));
        }
        if (tries < 1 || tries > RunCommand.MOST_TRIES) {
            throw CommandException.usage("--tries has to be 1 to " + RunCommand.MOST_TRIES + ", not " + tries);
        }
        for (String id : ids) {
            implementations.providerOf(id);
        }
        ReportFolder folder = new ReportFolder(out, ReportForm.all());
        try {
            folder.prepare();
        } catch (IOException unusable) {
            throw CommandException.usage(unusable.getMessage(), unusable);
        }
        SuiteOptions options = new SuiteOptions(tries, Seed.of(seed, terminal), List.of());
        terminal.err().println("seed " + options.seed());
        Stopwatch stopwatch = Stopwatch.start();
        DiffResult result = compare(options);
        result.unfinished().forEach(terminal.err()::println);
        Witnesses witnesses = new Witnesses();
        List<Run> runs = runs(result, options, witnesses).stream()
                .map(run -> run.with(stopwatch.measured()))
                .toList();
        write(
                folder,
                KitResults.drawn(options.seed(), tries, "diff")
                        .implementations(ids)
                        .about(runs),
                witnesses);
        DiffLines.of(result, runs, out, new Paint(terminal.colour())).forEach(terminal.out()::println);
        return status(result);
    }

    private DiffResult compare(SuiteOptions options) throws CommandException {
        LocalDate today = LocalDate.now();
        try (Implementation left = implementations.open(ids.get(0));
                Implementation right = implementations.open(ids.get(1));
                RunProgress progress = RunProgress.of(left.identity(), terminal)) {
            return DiffRunner.run(
                    left,
                    right,
                    options,
                    implementation ->
                            KnownDeviations.builtIn(implementation.identity()).on(today),
                    progress.listener());
        }
    }

    private List<Run> runs(DiffResult result, SuiteOptions options, Witnesses witnesses) {
        try (ModelAnswers model = ModelAnswers.from(implementations)) {
            return DiffRuns.of(result, options, witnesses, model::of);
        }
    }

    private static void write(ReportFolder folder, Results results, Witnesses witnesses) throws CommandException {
        try {
            folder.write(results, witnesses);
        } catch (IOException unwritten) {
            throw CommandException.notJudged(unwritten.getMessage(), unwritten);
        }
    }

    private static int status(DiffResult result) {
        if (!result.differences().isEmpty()) {
            return ExitStatus.DEVIATES;
        }
        return result.doubt().isPresent() ? ExitStatus.NOT_JUDGED : ExitStatus.CONFORMS;
    }
}
