package io.github.oldbuffer.conformance.cli;

import io.github.oldbuffer.conformance.known.KnownDeviations;
import io.github.oldbuffer.conformance.sweep.Shard;
import io.github.oldbuffer.conformance.sweep.Sweep;
import io.github.oldbuffer.conformance.sweep.SweepRunner;
import io.github.oldbuffer.conformance.sweep.SweepTally;
import io.github.oldbuffer.reports.folder.ReportFolder;
import io.github.oldbuffer.reports.folder.ReportForm;
import io.github.oldbuffer.reports.folder.Witnesses;
import io.github.oldbuffer.reports.results.Results;
import io.github.oldbuffer.reports.results.Run;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./conform sweep}: every scenario up to a bound. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        versionProvider = Kit.class,
        sortOptions = false,
        description = "Runs every scenario up to a bound, none left out, and judges it by every clause.")
final class SweepCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Implementations implementations;

    @Option(
            names = {"-i", "--implementation"},
            paramLabel = "ID",
            required = true,
            description = "Which implementation.")
    private String id;

    @Option(
            names = "--bound",
            paramLabel = "N",
            defaultValue = "1",
            description = "Calls of a scenario at most, 1 to " + Sweep.MOST + ". Default: ${DEFAULT-VALUE}.")
    private int bound;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            defaultValue = "1/1",
            description = "The part I of N; the parts add up to the whole. Default: all of it.")
    private String shard;

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

    SweepCommand(Terminal terminal, Implementations implementations) {
        this.terminal = terminal;
        this.implementations = implementations;
    }

    @Override
    public Integer call() throws CommandException {
        if (bound < 1 || bound > Sweep.MOST) {
            throw CommandException.usage("--bound has to be 1 to " + Sweep.MOST + ", not " + bound);
        }
        Shard part = Shard.parse(shard)
                .orElseThrow(() -> CommandException.usage("--shard has to be 1/N to N/N, not " + shard));
        Optional<KnownDeviations> onFile = KnownChoice.of(known);
        ReportFolder folder = new ReportFolder(out, ReportForm.all());
        try {
            folder.prepare();
        } catch (IOException unusable) {
            throw CommandException.usage(unusable.getMessage(), unusable);
        }
        List<Implementation> workers = new ArrayList<>();
        try {
            for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
                workers.add(implementations.open(id));
            }
            return sweep(workers, part, onFile, folder);
        } finally {
            workers.forEach(Implementation::close);
        }
    }

    private int sweep(List<Implementation> workers, Shard part, Optional<KnownDeviations> onFile, ReportFolder folder)
            throws CommandException {
        Identity identity = workers.get(0).identity();
        Sweep sweep = Sweep.of(bound);
        Stopwatch stopwatch = Stopwatch.start();
        long began = System.nanoTime();
        SweepTally tally;
        try (SweepProgress progress =
                SweepProgress.of(identity, sweep.blocksOf(part).size(), terminal)) {
            tally = SweepRunner.run(sweep, part, workers, progress::done);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        KnownDeviations entries = onFile.orElseGet(
                        () -> KnownDeviations.builtIn(identity).and(KnownDeviations.beyondTheContract(identity)))
                .of(identity)
                .on(LocalDate.now());
        Witnesses witnesses = new Witnesses();
        Run run = RunOfSweep.of(identity, tally, entries, witnesses);
        Results results = KitResults.of("sweep", "-i", id, "--bound", String.valueOf(bound))
                .option("--shard", part.of() == 1 ? null : shard)
                .option("--known", known)
                .about(List.of(run.with(stopwatch.measured())));
        try {
            folder.write(results, witnesses);
        } catch (IOException unwritten) {
            throw CommandException.notJudged(unwritten.getMessage(), unwritten);
        }
        RunSession.print(results, out, terminal);
        terminal.err()
                .println(String.format(
                        Locale.ROOT,
                        "bound %d, shard %s: %,d scenarios in %.1f s, %,.0f a second",
                        bound,
                        shard,
                        tally.scenarios(),
                        seconds,
                        tally.scenarios() / seconds));
        return RunSession.status(run);
    }
}
