package io.github.oldbuffer.commandline.command;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.commandline.ExitStatus;
import io.github.oldbuffer.commandline.Terminal;
import io.github.oldbuffer.commandline.input.ResultsFile;
import io.github.oldbuffer.commandline.option.OutOption;
import io.github.oldbuffer.commandline.print.ChangeLines;
import io.github.oldbuffer.commandline.print.Words;
import io.github.oldbuffer.commandline.report.Report;
import io.github.oldbuffer.reports.folder.FindingFolders;
import io.github.oldbuffer.reports.folder.ReportFolder;
import io.github.oldbuffer.reports.html.Page;
import io.github.oldbuffer.reports.merge.Merge;
import io.github.oldbuffer.reports.merge.MergeException;
import io.github.oldbuffer.reports.words.Answer;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.text.Printable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./conform report}: reports from results that are there already. */
@Command(
        name = "report",
        description = {
            "Makes a report from results.",
            "Of several files it makes a page that compares them in the order given, cause by cause: fixed, new, the same, or"
                    + " not asked of one of the two. With --merge it makes one report of all:"
                    + " shards of one run add up."
        })
public final class ReportCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "RESULTS.json", arity = "1..*", description = "The results.json of a report.")
    private List<Path> files;

    @Option(names = "--merge", description = "The files are shards of one run: make them one.")
    private boolean merge;

    @Mixin
    private OutOption out;

    public ReportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws CommandException {
        List<Results> given = new ArrayList<>();
        for (Path file : files) {
            given.add(ResultsFile.read(file));
        }
        if (given.size() == 1 || merge) {
            one(merged(given));
        } else {
            comparison(given);
        }
        terminal.out().println(out.folder().resolve("index.html"));
        return ExitStatus.CONFORMS;
    }

    private void one(Results results) throws CommandException {
        Report report = new Report(terminal, Report.prepared(out.folder()));
        terminal.out().println(Printable.of(Answer.of(report.write(results))));
    }

    private void comparison(List<Results> given) throws CommandException {
        List<Page.Named> reports = new ArrayList<>();
        List<String> names = names(files);
        List<Results> placed = FindingFolders.placed(given);
        for (int i = 0; i < given.size(); i++) {
            reports.add(new Page.Named(names.get(i), placed.get(i)));
        }
        ReportFolder folder = Report.prepared(out.folder());
        List<String> changes;
        try {
            changes = ChangeLines.of(folder.compare(reports));
        } catch (IOException unwritten) {
            throw CommandException.notJudged(unwritten.getMessage(), unwritten);
        }
        changes.forEach(terminal.out()::println);
        terminal.out().println(Words.count(changes.size(), "change", "changes"));
    }

    /** What tells the files apart: their paths without the folders that all of them are in. */
    public static List<String> names(List<Path> files) {
        List<Path> whole =
                files.stream().map(file -> file.toAbsolutePath().normalize()).toList();
        Path common = whole.get(0).getParent();
        while (common != null && !allBelow(common, whole)) {
            common = common.getParent();
        }
        Path shared = common;
        return whole.stream()
                .map(file -> (shared == null ? file : shared.relativize(file)).toString())
                .toList();
    }

    private static boolean allBelow(Path folder, List<Path> files) {
        return files.stream().allMatch(file -> file.startsWith(folder));
    }

    private static Results merged(List<Results> shards) throws CommandException {
        try {
            return Merge.of(shards);
        } catch (MergeException different) {
            throw CommandException.usage(different.getMessage(), different);
        }
    }
}
