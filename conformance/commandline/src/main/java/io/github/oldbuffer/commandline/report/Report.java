package io.github.oldbuffer.commandline.report;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.commandline.ExitStatus;
import io.github.oldbuffer.commandline.Terminal;
import io.github.oldbuffer.commandline.print.FindingLines;
import io.github.oldbuffer.commandline.print.Paint;
import io.github.oldbuffer.commandline.print.ResultTable;
import io.github.oldbuffer.reports.folder.FindingFolders;
import io.github.oldbuffer.reports.folder.ReportFolder;
import io.github.oldbuffer.reports.folder.ReportForm;
import io.github.oldbuffer.reports.words.Answer;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.text.Printable;
import io.github.oldbuffer.suite.search.Explored;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * The report of a command: its folder, and what is printed.
 *
 * @param folder prepared already
 */
public record Report(Terminal terminal, ReportFolder folder) {

    /** @throws CommandException where no report can be written to the folder that the user named */
    public static ReportFolder prepared(Path out) throws CommandException {
        ReportFolder folder = new ReportFolder(out, ReportForm.all());
        try {
            folder.prepare();
            return folder;
        } catch (IOException unusable) {
            throw CommandException.usage(unusable.getMessage(), unusable);
        }
    }

    /** Writes the report; returns the results, with a place for each witness. */
    public Results write(Results results) throws CommandException {
        Results placed = FindingFolders.placed(results);
        try {
            folder.write(placed);
            return placed;
        } catch (IOException unwritten) {
            throw CommandException.notJudged(unwritten.getMessage(), unwritten);
        }
    }

    /** Prints the table, the findings and the answer. */
    public void print(Results results) {
        Paint paint = new Paint(terminal.colour());
        ResultTable.lines(results, paint).forEach(terminal.out()::println);
        FindingLines.of(results, folder.path(), paint).forEach(terminal.out()::println);
        terminal.out().println();
        terminal.out()
                .println(results.runs().stream()
                        .map(run -> paint.answer(Answer.tone(run), Answer.of(run)))
                        .collect(Collectors.joining("; ")));
    }

    /** Says why something could not be judged; returns the status that this alone asks for. */
    public int remarks(Explored explored) {
        if (explored.run().broken() != null) {
            terminal.err().println(Printable.of(explored.run().broken()));
        }
        for (Finding finding : explored.lost()) {
            terminal.err()
                    .println(Printable.of(finding.heading() + " " + finding.symptom()
                            + ": seen once, and not when the scenario was run by itself; it may depend on what ran"
                            + " before"));
        }
        return explored.run().broken() == null && explored.lost().isEmpty()
                ? ExitStatus.CONFORMS
                : ExitStatus.NOT_JUDGED;
    }
}
