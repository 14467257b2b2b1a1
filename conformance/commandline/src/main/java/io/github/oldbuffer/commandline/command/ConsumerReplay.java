package io.github.oldbuffer.commandline.command;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.commandline.ExitStatus;
import io.github.oldbuffer.commandline.Terminal;
import io.github.oldbuffer.commandline.input.InputFile;
import io.github.oldbuffer.commandline.option.ConsumerOptions;
import io.github.oldbuffer.commandline.print.Wrapped;
import io.github.oldbuffer.consumers.CallSteps;
import io.github.oldbuffer.consumers.ConsumerFindings;
import io.github.oldbuffer.consumers.worker.Call;
import io.github.oldbuffer.consumers.worker.CallException;
import io.github.oldbuffer.consumers.worker.Caller;
import io.github.oldbuffer.consumers.worker.WorkerSetting;
import io.github.oldbuffer.reports.json.FindingFile;
import io.github.oldbuffer.reports.json.ResultsException;
import io.github.oldbuffer.spec.consumer.ConsumerScenario;
import io.github.oldbuffer.spec.consumer.ConsumerTranscript;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.results.Evidence.Seen;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.text.Printable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Runs the scenario of a function that takes memory again. */
record ConsumerReplay(Terminal terminal) {

    private static final String WITNESS = "witness.json";
    private static final String PREFIX = "call:";

    /** The scenario in a file; empty where it is one of the four functions, or none. */
    static Optional<ConsumerScenario> in(Path file) throws CommandException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        String text = InputFile.text(file);
        if (!text.contains('"' + ConsumerScenario.FORMAT + '"')) {
            return Optional.empty();
        }
        try {
            return Optional.of(ConsumerScenario.read(text));
        } catch (JsonException wrong) {
            throw CommandException.usage(file + ": " + wrong.getMessage(), wrong);
        }
    }

    /** Of the folder of a finding; empty where it is about something else than a call. */
    static Optional<ConsumerScenario> witness(Path folder) throws CommandException {
        return in(folder.resolve(WITNESS));
    }

    /** Says whether a finding is still there. */
    int ofFolder(Path folder, ConsumerScenario witness) throws CommandException {
        FindingFile file;
        try {
            file = FindingFile.read(InputFile.text(folder.resolve(FindingFile.NAME)));
        } catch (ResultsException wrong) {
            throw CommandException.usage(
                    folder.resolve(FindingFile.NAME) + " is no finding: " + wrong.getMessage(), wrong);
        }
        Recorded recorded = recorded(file);
        List<Finding> shown = run(recorded, witness);
        Finding looked = file.finding();
        String title = looked.heading() + " " + looked.symptom();
        if (shown.stream().anyMatch(finding -> finding.key().equals(looked.key()))) {
            say("Still there: " + title + ".");
            return ExitStatus.DEVIATES;
        }
        if (!shown.isEmpty()) {
            say("Not seen: " + title + ". But the scenario shows something else:");
            shown.forEach(finding -> say("  " + finding.heading() + " " + finding.symptom()));
            return ExitStatus.DEVIATES;
        }
        say("Gone: " + title + ".");
        return ExitStatus.CONFORMS;
    }

    /** Says what a scenario shows of a call. */
    int ofFile(ConsumerScenario scenario, List<String> ids) throws CommandException {
        if (ids.size() != 1 || !ids.get(0).startsWith(PREFIX)) {
            throw CommandException.usage(
                    "the scenario is of a function that takes memory: name it with -i " + "'call:module.function(_)'");
        }
        CallCommand command =
                parsed(new CallCommand(terminal), List.of(ids.get(0).substring(PREFIX.length())));
        List<Finding> shown =
                run(new Recorded(command.asked(), command.consumer().setting()), scenario);
        shown.forEach(finding -> say(finding.heading() + " " + finding.symptom() + ": " + finding.reason()));
        if (shown.isEmpty()) {
            say("No clause is violated.");
        }
        return shown.isEmpty() ? ExitStatus.CONFORMS : ExitStatus.DEVIATES;
    }

    /** What was called, and where. */
    private record Recorded(Call call, WorkerSetting setting) {}

    private Recorded recorded(FindingFile file) throws CommandException {
        List<String> words = file.command();
        String expression = file.implementation().id().substring(PREFIX.length());
        if (words.isEmpty()) {
            return new Recorded(
                    new Call(expression, ""),
                    parsed(new CallCommand(terminal), List.of(expression))
                            .consumer()
                            .setting());
        }
        List<String> options = words.subList(1, words.size());
        if (words.get(0).equals("scan")) {
            return new Recorded(
                    new Call(expression, ""),
                    parsed(new ScanCommand(terminal), options).setting());
        }
        if (words.get(0).equals("fuzz")) {
            return new Recorded(new Call(expression, ""), ConsumerOptions.setting(null, List.of()));
        }
        CallCommand command = parsed(new CallCommand(terminal), options);
        return new Recorded(command.asked(), command.consumer().setting());
    }

    private static <T> T parsed(T command, List<String> words) throws CommandException {
        try {
            new CommandLine(command).parseArgs(words.toArray(String[]::new));
            return command;
        } catch (ParameterException outdated) {
            throw CommandException.usage("the recorded command is not understood: " + outdated.getMessage(), outdated);
        }
    }

    private List<Finding> run(Recorded recorded, ConsumerScenario scenario) throws CommandException {
        try (Caller caller = Caller.start(recorded.setting())) {
            ConsumerTranscript transcript =
                    caller.run(recorded.call(), List.of(scenario)).get(0);
            for (Seen seen : CallSteps.of(recorded.call(), scenario, transcript)) {
                terminal.out().println(Printable.of(seen.step()));
                terminal.out().println("    " + Printable.of(seen.happened()));
            }
            if (transcript.unsupported() != null) {
                throw CommandException.notJudged("the scenario cannot be run: " + transcript.unsupported(), null);
            }
            return ConsumerFindings.of(recorded.call(), scenario, transcript);
        } catch (CallException unusable) {
            throw CallCommand.failed(unusable);
        } catch (IOException broken) {
            throw CommandException.notJudged(String.valueOf(broken.getMessage()), broken);
        }
    }

    private void say(String sentence) {
        Wrapped.lines(Printable.of(sentence), "").forEach(terminal.out()::println);
    }
}
