package io.github.oldbuffer.commandline.command;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.commandline.ExitStatus;
import io.github.oldbuffer.commandline.Implementations;
import io.github.oldbuffer.commandline.Terminal;
import io.github.oldbuffer.commandline.option.ImplementationOption;
import io.github.oldbuffer.commandline.option.PathConverter;
import io.github.oldbuffer.commandline.print.Words;
import io.github.oldbuffer.commandline.report.IssueTable;
import io.github.oldbuffer.commandline.report.IssueWriter;
import io.github.oldbuffer.commandline.report.IssueWriter.Issue;
import io.github.oldbuffer.reports.folder.WholeFile;
import io.github.oldbuffer.suite.known.UpstreamNote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./conform issue}: findings as texts and programs for those who maintain what they were found in. */
@Command(
        name = "issue",
        description = {
            "Writes ISSUE.md into the folder of a finding, of a cause, or of every cause of a run, for those who maintain"
                    + " the implementation; beside it repro.py with an extension module in C, which show it without the"
                    + " kit: they end with 1 while it is so, 0 where it is not, 2 where they cannot be run.",
            "The witness is run again, by the implementation that showed it and by those that -i names: the text says"
                    + " what each of them does today. It also says what is noted about it upstream: what is reported or"
                    + " mended already is not to be sent. Of a run, issues.tsv has a line for each cause."
        })
public final class IssueCommand implements Callable<Integer> {

    private static final String CAUSES = "deviations";

    private final Terminal terminal;
    private final Implementations implementations;

    @Parameters(
            paramLabel = "FOLDER",
            description =
                    "The folder of a finding, of a cause (the text is about its gravest finding that a program can"
                            + " show), or what --out of a run named (one text for each of its causes).")
    private Path folder;

    @Option(
            names = "--to",
            paramLabel = "DIR",
            converter = PathConverter.class,
            description =
                    "Where to write: of a run, a folder for each cause in it. Without it, where the findings are.")
    private Path to;

    @Mixin
    private ImplementationOption implementation;

    public IssueCommand(Terminal terminal, Implementations implementations) {
        this.terminal = terminal;
        this.implementations = implementations;
    }

    @Override
    public Integer call() throws CommandException {
        try (IssueWriter writer = new IssueWriter(implementations, implementation.provided(implementations))) {
            Path causes = folder.resolve(CAUSES);
            if (Files.isDirectory(causes)) {
                all(writer, causes);
            } else {
                terminal.out()
                        .println(writer.write(folder, to == null ? folder : to).text());
            }
        }
        return ExitStatus.CONFORMS;
    }

    private void all(IssueWriter writer, Path causes) throws CommandException {
        List<Issue> issues = new ArrayList<>();
        for (Path cause : IssueWriter.folders(causes)) {
            Issue issue = writer.write(cause, to == null ? cause : to.resolve(cause.getFileName()));
            issues.add(issue);
            terminal.out()
                    .println(issue.text() + "  " + IssueTable.state(issue) + (issue.program() ? "" : ", no program"));
        }
        Path table = (to == null ? causes : to).resolve(IssueTable.FILE);
        try {
            // without a cause nobody has made the folder
            Files.createDirectories(table.toAbsolutePath().getParent());
            WholeFile.write(table, IssueTable.of(issues));
        } catch (IOException cannot) {
            throw CommandException.notJudged(table + " cannot be written: " + cannot.getMessage(), cannot);
        }
        long programs = issues.stream().filter(Issue::program).count();
        long proposed = issues.stream()
                .filter(issue -> issue.note().map(UpstreamNote::proposed).orElse(true))
                .count();
        terminal.out()
                .println(Words.count(issues.size(), "cause", "causes") + ", " + programs + " with a program, "
                        + proposed + " to be sent");
    }
}
