package io.github.oldbuffer.commandline;

import io.github.oldbuffer.reports.compare.Changes;
import io.github.oldbuffer.reports.folder.ReportFolder;
import io.github.oldbuffer.reports.folder.ReportForm;
import io.github.oldbuffer.reports.folder.Witnesses;
import io.github.oldbuffer.reports.html.Page;
import io.github.oldbuffer.reports.merge.Merge;
import io.github.oldbuffer.reports.merge.MergeException;
import io.github.oldbuffer.reports.results.Results;
import io.github.oldbuffer.reports.words.Answer;
import io.github.oldbuffer.spec.text.Printable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./conform report}: reports from results that are there already. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        versionProvider = Kit.class,
        description = {
            "Makes a report from results.",
            "Of several files it makes a page that compares them in the order given, or with --merge one report of all:"
                    + " shards of one run add up."
        })
final class ReportCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "RESULTS.json", arity = "1..*", description = "The results.json of a report.")
    private List<Path> files;

    @Option(names = "--merge", description = "The files are shards of one run: make them one.")
    private boolean merge;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "conformance-report",
            description = "Where the report goes. Default: ${DEFAULT-VALUE}.")
    private Path out;

    ReportCommand(Terminal terminal) {
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
        terminal.out().println(out.resolve("index.html"));
        return ExitStatus.CONFORMS;
    }

    private void one(Results results) throws CommandException {
        Witnesses witnesses = new Witnesses();
        Results remade = Remade.with(witnesses, results);
        write(ReportForm.all(), remade, witnesses);
        terminal.out().println(Printable.of(Answer.of(remade)));
    }

    private void comparison(List<Results> given) throws CommandException {
        Witnesses witnesses = new Witnesses();
        List<Page.Named> reports = new ArrayList<>();
        List<String> changes = new ArrayList<>();
        List<String> names = names(files);
        for (int i = 0; i < given.size(); i++) {
            reports.add(new Page.Named(names.get(i), Remade.with(witnesses, given.get(i))));
            if (i > 0) {
                changes.addAll(Changes.between(given.get(i - 1), given.get(i)));
            }
        }
        ReportForm page = new ReportForm("index.html", last -> Page.compare(reports));
        write(List.of(page), given.get(given.size() - 1), witnesses);
        changes.forEach(change -> terminal.out().println(Printable.of(change)));
        terminal.out().println(Words.count(changes.size(), "change", "changes"));
    }

    /** What tells the files apart: their paths without the folders that all of them are in. */
    static List<String> names(List<Path> files) {
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

    private void write(List<ReportForm> forms, Results results, Witnesses witnesses) throws CommandException {
        ReportFolder folder = new ReportFolder(out, forms);
        try {
            folder.prepare();
        } catch (IOException unusable) {
            throw CommandException.usage(unusable.getMessage(), unusable);
        }
        try {
            folder.write(results, witnesses);
        } catch (IOException unwritten) {
            throw CommandException.notJudged(unwritten.getMessage(), unwritten);
        }
    }
}
