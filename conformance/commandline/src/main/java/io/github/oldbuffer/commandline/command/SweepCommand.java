package io.github.oldbuffer.commandline.command;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.commandline.Implementations;
import io.github.oldbuffer.commandline.Terminal;
import io.github.oldbuffer.commandline.option.ImplementationOption;
import io.github.oldbuffer.commandline.option.KnownOption;
import io.github.oldbuffer.commandline.option.OutOption;
import io.github.oldbuffer.commandline.print.Words;
import io.github.oldbuffer.commandline.report.Report;
import io.github.oldbuffer.reports.folder.ReportFolder;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.sweep.Shard;
import io.github.oldbuffer.suite.sweep.Sweep;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./conform sweep}: every scenario up to a bound. */
@Command(
        name = "sweep",
        sortOptions = false,
        description = "Runs every scenario up to a bound, none left out, and judges it by every clause.")
public final class SweepCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Implementations implementations;

    @Mixin
    private ImplementationOption implementation;

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

    @Mixin
    private KnownOption known;

    @Mixin
    private OutOption out;

    public SweepCommand(Terminal terminal, Implementations implementations) {
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
        Optional<KnownDeviations> onFile = known.chosen();
        // before a folder is made for it
        List<String> ids = implementation.provided(implementations);
        if (ids.size() != 1) {
            throw CommandException.usage("sweep needs -i once, not " + Words.count(ids.size(), "time", "times"));
        }
        ReportFolder folder = Report.prepared(out.folder());
        return new SweepSession(
                        terminal, implementations, ids.get(0), Sweep.of(bound), part, known.given(), onFile, folder)
                .run();
    }
}
