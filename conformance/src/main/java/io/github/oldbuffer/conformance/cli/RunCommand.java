package io.github.oldbuffer.conformance.cli;

import io.github.oldbuffer.conformance.known.KnownDeviations;
import io.github.oldbuffer.conformance.suite.SuiteOptions;
import io.github.oldbuffer.conformance.suite.SuiteResult;
import io.github.oldbuffer.conformance.suite.SuiteRunner;
import io.github.oldbuffer.reports.folder.ReportFolder;
import io.github.oldbuffer.reports.folder.ReportForm;
import io.github.oldbuffer.reports.folder.Witnesses;
import io.github.oldbuffer.reports.gate.Tally;
import io.github.oldbuffer.reports.results.Results;
import io.github.oldbuffer.reports.results.Run;
import io.github.oldbuffer.spec.implementation.Implementation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./conform run}: the whole suite on implementations. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        versionProvider = Kit.class,
        sortOptions = false,
        description = "Judges implementations, clause by clause, and writes a report.")
final class RunCommand implements Callable<Integer> {

    static final int MOST_TRIES = 1_000_000;

    private final Terminal terminal;
    private final Implementations implementations;

    @Option(
            names = {"-i", "--implementation"},
            paramLabel = "ID",
            description = "Which implementation; may be repeated. Default: every one that is available here.")
    private List<String> ids = List.of();

    @Option(
            names = "--tries",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Scenarios for each clause, 1 to 1000000. Default: ${DEFAULT-VALUE}.")
    private int tries;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description =
                    "Of every random choice; the same seed gives the same scenarios. Default: a new one each time,"
                            + " or " + Seed.FIXED + " where the variable CI is set.")
    private Long seed;

    @Option(
            names = "--clauses",
            paramLabel = "GLOB",
            defaultValue = "*",
            description = "Which clauses, such as 'READ-*,CHECK-1'. Default: all.")
    private String clauses;

    @Option(
            names = "--known",
            paramLabel = "FILE|none",
            description = "Known deviations, or none. Default: what the kit has on file.")
    private String known;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "conformance-report",
            description = "Where the report goes. Default: ${DEFAULT-VALUE}.")
    private Path out;

    RunCommand(Terminal terminal, Implementations implementations) {
        this.terminal = terminal;
        this.implementations = implementations;
    }

    @Override
    public Integer call() throws CommandException {
        if (tries < 1 || tries > MOST_TRIES) {
            throw CommandException.usage("--tries has to be 1 to " + MOST_TRIES + ", not " + tries);
        }
        List<String> wanted = ClausePatterns.ids(clauses);
        Optional<KnownDeviations> onFile = KnownChoice.of(known);
        for (String id : ids) {
            implementations.providerOf(id);
        }
        ReportFolder folder = new ReportFolder(out, ReportForm.all());
        prepare(folder);
        SuiteOptions options = new SuiteOptions(tries, Seed.of(seed, terminal), wanted);
        terminal.err().println("seed " + options.seed());
        return run(options, onFile, folder);
    }

    private int run(SuiteOptions options, Optional<KnownDeviations> onFile, ReportFolder folder)
            throws CommandException {
        Witnesses witnesses = new Witnesses();
        List<Run> runs = new ArrayList<>();
        int status = ExitStatus.CONFORMS;
        for (String id : new LinkedHashSet<>(ids.isEmpty() ? implementations.defaults() : ids)) {
            try (Implementation implementation = implementations.open(id)) {
                SuiteResult result = judge(implementation, options, onFile);
                runs.add(RunOf.suite(result, witnesses));
                if (result.broken().isPresent()) {
                    terminal.err().println(result.broken().get());
                    status = ExitStatus.worse(status, ExitStatus.NOT_JUDGED);
                }
            } catch (CommandException unavailable) {
                terminal.err().println(unavailable.getMessage());
                // nobody asked for this one by name where no id was given
                status = ids.isEmpty() ? status : ExitStatus.worse(status, unavailable.status());
            }
        }
        if (runs.isEmpty()) {
            throw CommandException.notJudged("nothing was judged: no implementation could be started", null);
        }
        Results results =
                new Results(Results.SCHEMA, new Results.Kit(Kit.version(), options.seed(), options.tries()), runs);
        write(folder, results, witnesses);
        print(results);
        for (Run run : runs) {
            status = ExitStatus.worse(status, status(run));
        }
        return status;
    }

    private SuiteResult judge(Implementation implementation, SuiteOptions options, Optional<KnownDeviations> onFile) {
        KnownDeviations entries = onFile.orElseGet(() -> KnownDeviations.builtIn(implementation.identity()));
        try (RunProgress progress = RunProgress.of(implementation.identity(), terminal)) {
            return SuiteRunner.run(implementation, options, entries.on(LocalDate.now()), progress.listener());
        }
    }

    private void print(Results results) {
        Paint paint = new Paint(terminal.colour());
        ResultTable.lines(results, paint).forEach(terminal.out()::println);
        FindingLines.of(results, out, paint).forEach(terminal.out()::println);
        terminal.out().println();
        terminal.out().println(Answer.of(results));
    }

    private static int status(Run run) {
        Tally tally = Tally.of(run);
        return tally.conforms() ? ExitStatus.CONFORMS : tally.deviates() ? ExitStatus.DEVIATES : ExitStatus.NOT_JUDGED;
    }

    private static void prepare(ReportFolder folder) throws CommandException {
        try {
            folder.prepare();
        } catch (IOException unusable) {
            throw CommandException.usage(unusable.getMessage(), unusable);
        }
    }

    private static void write(ReportFolder folder, Results results, Witnesses witnesses) throws CommandException {
        try {
            folder.write(results, witnesses);
        } catch (IOException unwritten) {
            throw CommandException.notJudged(unwritten.getMessage(), unwritten);
        }
    }
}
