package io.github.oldbuffer.commandline;

import io.github.oldbuffer.reports.folder.ReportFolder;
import io.github.oldbuffer.reports.folder.ReportForm;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.sweep.Shard;
import io.github.oldbuffer.suite.sweep.Sweep;
import java.io.IOException;
import java.nio.file.Path;
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
            description = "Calls of a scenario at most, 1 to " + Sweep.MOST
                    + "; how many scenarios that makes, and how many times those of the bound below, is told first."
                    + " Default: ${DEFAULT-VALUE}.")
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
        // before a folder is made for it
        implementations.providerOf(id);
        ReportFolder folder = new ReportFolder(out, ReportForm.all());
        try {
            folder.prepare();
        } catch (IOException unusable) {
            throw CommandException.usage(unusable.getMessage(), unusable);
        }
        return new SweepSession(terminal, implementations, id, Sweep.of(bound), part, known, onFile, folder, out).run();
    }
}
