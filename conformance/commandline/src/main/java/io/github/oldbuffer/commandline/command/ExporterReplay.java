package io.github.oldbuffer.commandline.command;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.commandline.ExitStatus;
import io.github.oldbuffer.commandline.Terminal;
import io.github.oldbuffer.commandline.input.InputFile;
import io.github.oldbuffer.consumers.exporter.ExporterJudge;
import io.github.oldbuffer.reports.json.FindingFile;
import io.github.oldbuffer.reports.json.ResultsException;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.spec.text.Printable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says of a finding about an exporter whether it is still there: the object is made and asked again. */
record ExporterReplay(Terminal terminal, Finding looked, String expression, String setup, List<String> recorded) {

    /** Of a folder; empty where it is of another kind, or none. */
    static Optional<ExporterReplay> in(Path folder, Terminal terminal) throws CommandException {
        Path file = folder.resolve(FindingFile.NAME);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        FindingFile found;
        try {
            found = FindingFile.read(InputFile.text(file));
        } catch (ResultsException wrong) {
            throw CommandException.usage(file + " is no finding: " + wrong.getMessage(), wrong);
        }
        if (!found.implementation().id().startsWith(ExporterJudge.ID)) {
            return Optional.empty();
        }
        List<String> words = found.command();
        List<String> ids = new ArrayList<>();
        String setup = "";
        for (int i = 3; i + 1 < words.size(); i += 2) {
            if (words.get(i).equals("-i")) {
                ids.add(words.get(i + 1));
            } else if (words.get(i).equals("--setup")) {
                setup = words.get(i + 1);
            }
        }
        String expression = found.implementation().id().substring(ExporterJudge.ID.length());
        return Optional.of(new ExporterReplay(terminal, found.finding(), expression, setup, ids));
    }

    /** @param given interpreters; none stands for those that were recorded */
    int run(List<String> given) throws CommandException {
        ExporterSession session = new ExporterSession(
                terminal, given.isEmpty() ? recorded : given, expression, setup, null, Optional.empty(), null);
        List<Run> runs = new ArrayList<>();
        int status = session.judge(runs);
        for (Run run : runs) {
            String title = (looked.clause() == null ? "" : looked.clause() + " ") + looked.symptom();
            Optional<Finding> still = run.findings().stream()
                    .filter(finding -> finding.key().equals(looked.key()))
                    .findFirst();
            String name =
                    run.implementation().name() + " " + run.implementation().version();
            terminal.out()
                    .println(Printable.of(
                            still.map(finding -> name + ": still there: " + title + ": " + finding.reason())
                                    .orElse(name + ": gone: " + title)));
            status = ExitStatus.worse(
                    status, still.isPresent() || run.deviates() ? ExitStatus.DEVIATES : ExitStatus.CONFORMS);
        }
        return status;
    }
}
