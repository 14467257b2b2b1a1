package io.github.oldbuffer.commandline.command;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.commandline.ExitStatus;
import io.github.oldbuffer.commandline.Implementations;
import io.github.oldbuffer.commandline.Stopwatch;
import io.github.oldbuffer.commandline.Terminal;
import io.github.oldbuffer.commandline.option.ImplementationOption;
import io.github.oldbuffer.commandline.option.OutOption;
import io.github.oldbuffer.commandline.option.SeedOption;
import io.github.oldbuffer.commandline.option.TriesOption;
import io.github.oldbuffer.commandline.print.DiffLines;
import io.github.oldbuffer.commandline.print.Paint;
import io.github.oldbuffer.commandline.print.RunProgress;
import io.github.oldbuffer.commandline.print.Words;
import io.github.oldbuffer.commandline.report.BothSides;
import io.github.oldbuffer.commandline.report.FindingEvidence;
import io.github.oldbuffer.commandline.report.KitResults;
import io.github.oldbuffer.commandline.report.ModelAnswers;
import io.github.oldbuffer.commandline.report.Report;
import io.github.oldbuffer.reports.compare.RunChange;
import io.github.oldbuffer.reports.folder.ReportFolder;
import io.github.oldbuffer.reports.folder.ReportForm;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.suite.SuiteOptions;
import io.github.oldbuffer.suite.compare.DiffResult;
import io.github.oldbuffer.suite.compare.DiffRunner;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./conform diff}: the same scenarios on two implementations. */
@Command(
        name = "diff",
        sortOptions = false,
        description = {
            "Runs the same scenarios on two implementations and tells where they differ, whatever the contract says.",
            "Of two versions of a runtime it tells, cause by cause, what is fixed, what is new and what is the same: the"
                    + " witness of what only one of them shows is run on the other.",
            "The exit status is 1 where they differ, in what they do or in what is fixed or new."
        })
public final class DiffCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Implementations implementations;

    @Mixin
    private ImplementationOption implementation;

    @Mixin
    private TriesOption tries;

    @Mixin
    private SeedOption seed;

    @Mixin
    private OutOption out;

    public DiffCommand(Terminal terminal, Implementations implementations) {
        this.terminal = terminal;
        this.implementations = implementations;
    }

    @Override
    public Integer call() throws CommandException {
        List<String> ids = implementation.provided(implementations);
        if (ids.size() != 2) {
            throw CommandException.usage("diff compares two implementations, so it needs -i twice, not "
                    + Words.count(ids.size(), "time", "times"));
        }
        ReportFolder folder = Report.prepared(out.folder());
        SuiteOptions options =
                new SuiteOptions(tries.orElse(SuiteOptions.DEFAULT.tries()), seed.chosen(terminal), List.of());
        terminal.err().println("seed " + options.seed());
        Stopwatch stopwatch = Stopwatch.start();
        Asked asked = compare(ids, options);
        DiffResult result = asked.result();
        List<Run> runs = Stream.of(result.left(), result.right())
                .map(run -> run.withMeasured(stopwatch.measured()))
                .toList();
        result.unfinished().ifPresent(terminal.err()::println);
        BothSides sides = asked.sides();
        Report report = new Report(
                terminal,
                new ReportFolder(folder.path(), ReportForm.changed(results -> List.of(sides.change(results)))));
        Results results = report.write(KitResults.drawn(options.seed(), options.tries(), "diff")
                .implementations(ids)
                .about(runs));
        RunChange change = sides.change(results);
        DiffLines.of(result, results.runs(), change, out.folder(), new Paint(terminal.colour()))
                .forEach(terminal.out()::println);
        return status(result, change);
    }

    private record Asked(DiffResult result, BothSides sides) {}

    private Asked compare(List<String> ids, SuiteOptions options) throws CommandException {
        try (Implementation left = implementations.open(ids.get(0));
                Implementation right = implementations.open(ids.get(1));
                RunProgress progress = RunProgress.of(left.identity(), terminal);
                ModelAnswers model = ModelAnswers.from(implementations)) {
            DiffResult result = DiffRunner.run(left, right, options, LocalDate.now(), progress.listener());
            return new Asked(result.map(FindingEvidence.of(model::of)::of), BothSides.asked(result, left, right));
        }
    }

    private static int status(DiffResult result, RunChange change) {
        if (!result.differences().isEmpty() || change.differs()) {
            return ExitStatus.DEVIATES;
        }
        return result.doubt().isPresent() ? ExitStatus.NOT_JUDGED : ExitStatus.CONFORMS;
    }
}
