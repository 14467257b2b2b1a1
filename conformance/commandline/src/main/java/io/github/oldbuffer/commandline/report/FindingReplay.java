package io.github.oldbuffer.commandline.report;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.commandline.ExitStatus;
import io.github.oldbuffer.commandline.Terminal;
import io.github.oldbuffer.commandline.input.InputFile;
import io.github.oldbuffer.commandline.input.ScenarioFile;
import io.github.oldbuffer.commandline.print.Paint;
import io.github.oldbuffer.commandline.print.ReplayLines;
import io.github.oldbuffer.commandline.print.Wrapped;
import io.github.oldbuffer.reports.json.FindingFile;
import io.github.oldbuffer.reports.json.ResultsException;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.suite.search.Examiner;
import io.github.oldbuffer.suite.search.Ran;
import io.github.oldbuffer.suite.search.Try;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Answers "is it still there?" about a finding that lies in a folder.
 *
 * @param file what was found, of whom, and by which command
 * @param scenario its witness
 */
public record FindingReplay(FindingFile file, Scenario scenario) {

    private static final String WITNESS = "witness.json";
    private static final String UNDER_A_PORT = "port";

    /** @throws CommandException where the folder holds no finding with its witness */
    public static FindingReplay in(Path folder) throws CommandException {
        Path file = folder.resolve(FindingFile.NAME);
        if (!Files.isRegularFile(file)) {
            throw CommandException.usage(folder + " is a folder, and holds no " + FindingFile.NAME);
        }
        try {
            return new FindingReplay(
                    FindingFile.read(InputFile.text(file)), ScenarioFile.read(folder.resolve(WITNESS)));
        } catch (ResultsException wrong) {
            throw CommandException.usage(file + " is no finding: " + wrong.getMessage(), wrong);
        }
    }

    /** Words behind {@code port} of the command that found it; empty where it is not about a port. */
    public Optional<List<String>> ofPort() {
        List<String> words = file.command();
        return words.isEmpty() || !words.get(0).equals(UNDER_A_PORT)
                ? Optional.empty()
                : Optional.of(words.subList(1, words.size()));
    }

    /** The implementation that it was compared with; empty where it was not. */
    public Optional<String> other() {
        return file.finding().kind() == Kind.DIFFERENCE
                ? Optional.of(file.finding().other().id())
                : Optional.empty();
    }

    /** Runs the witness, says what became of the finding, and gives the exit status: 1 where anything is wrong. */
    public int with(Examiner examiner, Terminal terminal) {
        Paint paint = new Paint(terminal.colour());
        Ran ran = examiner.run(List.of(scenario)).get(0);
        ReplayLines.of(examiner.identity(), scenario, ran.transcript(), paint).forEach(terminal.out()::println);
        if (other().isPresent() && ran.other() != null) {
            ReplayLines.of(file.finding().other(), scenario, ran.other(), paint).forEach(terminal.out()::println);
        }
        if (ran.transcript().outcome() instanceof Outcome.Unsupported) {
            terminal.out().println("Whether it is still there cannot be said: the scenario is not supported.");
            return ExitStatus.NOT_JUDGED;
        }
        List<Finding> all = examiner.findings(new Try("", scenario), ran);
        Finding looked = file.finding();
        if (all.stream().anyMatch(found -> found.key().equals(looked.key()))) {
            say(terminal, "Still there: " + title(looked) + ".");
            return ExitStatus.DEVIATES;
        }
        List<Finding> others = all.stream().filter(found -> !found.known()).toList();
        if (!others.isEmpty()) {
            say(terminal, "Not seen: " + title(looked) + ". But the scenario shows something else:");
            others.forEach(found -> say(terminal, "  " + title(found)));
            return ExitStatus.DEVIATES;
        }
        say(terminal, "Gone: " + title(looked) + ".");
        return ExitStatus.CONFORMS;
    }

    private static String title(Finding finding) {
        return (finding.clause() == null ? "" : finding.clause() + " ") + finding.symptom();
    }

    private static void say(Terminal terminal, String sentence) {
        Wrapped.lines(sentence, "").forEach(terminal.out()::println);
    }
}
