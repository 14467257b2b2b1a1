package io.github.oldbuffer.commandline.command;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.commandline.ExitStatus;
import io.github.oldbuffer.commandline.Failures;
import io.github.oldbuffer.commandline.Implementations;
import io.github.oldbuffer.commandline.Terminal;
import io.github.oldbuffer.commandline.input.InputFile;
import io.github.oldbuffer.commandline.input.ScenarioFile;
import io.github.oldbuffer.commandline.option.ImplementationOption;
import io.github.oldbuffer.commandline.port.PortCommand;
import io.github.oldbuffer.commandline.print.Paint;
import io.github.oldbuffer.commandline.print.ReplayLines;
import io.github.oldbuffer.commandline.report.FindingReplay;
import io.github.oldbuffer.fuzzing.codec.FuzzCodec;
import io.github.oldbuffer.reports.folder.WholeFile;
import io.github.oldbuffer.spec.consumer.ConsumerScenario;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.json.ScenarioJson;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.search.BrokenImplementationException;
import io.github.oldbuffer.suite.search.Compared;
import io.github.oldbuffer.suite.search.Examiner;
import io.github.oldbuffer.suite.search.Judged;
import io.github.oldbuffer.suite.search.Reduction;
import io.github.oldbuffer.suite.search.Transcripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code ./conform replay}: one scenario, step by step. */
@Command(
        name = "replay",
        description = {
            "Runs one scenario and prints what each step did and what the clauses say to it.",
            "Of the folder of a finding it says whether the finding is still there.",
            "The exit status is 1 where a clause is violated or the implementation dies, known or not."
        })
public final class ReplayCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Implementations implementations;

    @Parameters(
            paramLabel = "FILE|FOLDER",
            description =
                    "A scenario, such as a witness.json, or the folder of a finding: it is looked for again in the"
                            + " implementation, or port, and with the options that showed it.")
    private Path file;

    @Mixin
    private ImplementationOption implementation;

    @Option(
            names = "--input",
            description = "FILE is no JSON but an input of the fuzz target contract, such as a crash-... file.")
    private boolean input;

    @Option(
            names = "--reduce",
            description =
                    "First make the scenario smaller, as long as the (first) implementation still shows the same.")
    private boolean reduce;

    @Option(names = "--save", paramLabel = "FILE.json", description = "Also write the scenario that is replayed there.")
    private Path save;

    public ReplayCommand(Terminal terminal, Implementations implementations) {
        this.terminal = terminal;
        this.implementations = implementations;
    }

    @Override
    public Integer call() throws CommandException {
        Optional<ExporterReplay> exporter = ExporterReplay.in(file, terminal);
        if (exporter.isPresent()) {
            if (input || reduce || save != null) {
                throw CommandException.usage("--input, --reduce and --save are not for exporters");
            }
            return exporter.get().run(implementation.distinct());
        }
        Optional<ConsumerScenario> consumer = Files.isDirectory(file)
                ? ConsumerReplay.witness(file)
                : input ? Optional.empty() : ConsumerReplay.in(file);
        if (consumer.isPresent()) {
            return replayConsumer(consumer.get());
        }
        List<String> given = implementation.provided(implementations);
        if (Files.isDirectory(file)) {
            return replayFinding(given);
        }
        Scenario scenario = input ? decoded() : ScenarioFile.read(file);
        List<String> ids = given.isEmpty() ? List.of(Implementations.MODEL) : given;
        if (reduce) {
            scenario = reduced(scenario, ids.get(0));
        }
        if (save != null) {
            save(scenario);
        }
        int status = ExitStatus.CONFORMS;
        for (String id : new LinkedHashSet<>(ids)) {
            status = ExitStatus.worse(status, replay(scenario, id));
        }
        return status;
    }

    private int replayConsumer(ConsumerScenario scenario) throws CommandException {
        if (input || reduce || save != null) {
            throw CommandException.usage("--input, --reduce and --save are not for functions that take memory");
        }
        ConsumerReplay replay = new ConsumerReplay(terminal);
        List<String> ids = implementation.distinct();
        return Files.isDirectory(file) && ids.isEmpty()
                ? replay.ofFolder(file, scenario)
                : replay.ofFile(scenario, ids);
    }

    private int replayFinding(List<String> given) throws CommandException {
        if (input || reduce || save != null) {
            throw CommandException.usage(
                    "--input, --reduce and --save are for a FILE, not for the folder of a finding");
        }
        FindingReplay finding = FindingReplay.in(file);
        Optional<List<String>> ofPort = finding.ofPort();
        if (given.isEmpty() && ofPort.isPresent()) {
            return port(ofPort.get()).replay(finding);
        }
        int status = ExitStatus.CONFORMS;
        for (String id :
                given.isEmpty() ? List.of(finding.file().implementation().id()) : given) {
            status = ExitStatus.worse(status, replayFinding(finding, id));
        }
        return status;
    }

    private int replayFinding(FindingReplay finding, String id) {
        try (Implementation shown = implementations.open(id)) {
            if (finding.other().isEmpty()) {
                return finding.with(Judged.byEveryClause(shown), terminal);
            }
            try (Implementation other = implementations.open(finding.other().get())) {
                return finding.with(new Compared(shown, other), terminal);
            }
        } catch (CommandException unavailable) {
            return Failures.report(unavailable, terminal);
        } catch (BrokenImplementationException broken) {
            terminal.err().println(broken.getMessage());
            return ExitStatus.NOT_JUDGED;
        }
    }

    /** The command with the options that were recorded. */
    private PortCommand port(List<String> words) throws CommandException {
        PortCommand port = new PortCommand(terminal, implementations);
        try {
            new CommandLine(port).parseArgs(words.toArray(String[]::new));
            return port;
        } catch (ParameterException outdated) {
            throw CommandException.usage(
                    "the command that " + file + " records is not understood: " + outdated.getMessage(), outdated);
        }
    }

    private int replay(Scenario scenario, String id) {
        try (Implementation implementation = implementations.open(id)) {
            Transcript transcript = Transcripts.of(implementation, scenario);
            ReplayLines.of(implementation.identity(), scenario, transcript, new Paint(terminal.colour()))
                    .forEach(terminal.out()::println);
            return ReplayLines.status(scenario, transcript);
        } catch (CommandException unavailable) {
            return Failures.report(unavailable, terminal);
        } catch (BrokenImplementationException broken) {
            terminal.err().println(broken.getMessage());
            return ExitStatus.NOT_JUDGED;
        }
    }

    private Scenario decoded() throws CommandException {
        return FuzzCodec.decode(InputFile.bytes(file))
                .orElseThrow(
                        () -> CommandException.usage(file + " is shorter than any input that stands for a scenario"));
    }

    private Scenario reduced(Scenario scenario, String id) throws CommandException {
        try (Implementation implementation = implementations.open(id)) {
            Examiner examiner = Judged.byEveryClause(implementation);
            Reduction reduction = new Reduction(examiner);
            return reduction
                    .shownBy("", scenario, finding -> true)
                    .map(found -> reduction.of(found, other -> other.key().equals(found.key())))
                    .map(found -> found.shown().scenario())
                    .orElse(scenario);
        }
    }

    private void save(Scenario scenario) throws CommandException {
        try {
            WholeFile.write(save, ScenarioJson.write(scenario));
        } catch (IOException unwritten) {
            throw CommandException.notJudged(save + " could not be written", unwritten);
        }
    }
}
