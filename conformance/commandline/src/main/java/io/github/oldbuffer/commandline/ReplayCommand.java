package io.github.oldbuffer.commandline;

import io.github.oldbuffer.fuzzing.campaign.Investigated;
import io.github.oldbuffer.fuzzing.campaign.Investigation;
import io.github.oldbuffer.fuzzing.codec.FuzzCodec;
import io.github.oldbuffer.reports.folder.WholeFile;
import io.github.oldbuffer.spec.facts.Facts;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.json.JsonException;
import io.github.oldbuffer.spec.json.ScenarioJson;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.BrokenImplementationException;
import io.github.oldbuffer.suite.Running;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./conform replay}: one scenario, step by step. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        versionProvider = Kit.class,
        description = {
            "Runs one scenario and prints what each step did and what the clauses say to it.",
            "The exit status is 1 where a clause is violated, known or not."
        })
final class ReplayCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Implementations implementations;

    @Parameters(paramLabel = "FILE", description = "A scenario, such as the witness.json of a deviation.")
    private Path file;

    @Option(
            names = {"-i", "--implementation"},
            paramLabel = "ID",
            defaultValue = "model",
            description = "Which implementation; may be repeated. Default: ${DEFAULT-VALUE}.")
    private List<String> ids;

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

    ReplayCommand(Terminal terminal, Implementations implementations) {
        this.terminal = terminal;
        this.implementations = implementations;
    }

    @Override
    public Integer call() throws CommandException {
        Scenario scenario = input ? decoded() : scenario();
        for (String id : ids) {
            implementations.providerOf(id);
        }
        if (reduce) {
            scenario = reduced(scenario);
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

    private int replay(Scenario scenario, String id) {
        try (Implementation implementation = implementations.open(id)) {
            Transcript transcript = Running.one(implementation, scenario);
            Replay replay = Replay.of(implementation.identity(), scenario, transcript);
            replay.lines(new Paint(terminal.colour())).forEach(terminal.out()::println);
            return replay.status();
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

    private Scenario reduced(Scenario scenario) throws CommandException {
        try (Implementation implementation = implementations.open(ids.get(0))) {
            return new Investigation(implementation, Optional.empty(), KnownDeviations.NONE)
                    .least(scenario)
                    .map(Investigated::witness)
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

    private Scenario scenario() throws CommandException {
        try {
            Scenario scenario = ScenarioJson.read(InputFile.text(file));
            Optional<String> problem = Facts.problem(scenario);
            if (problem.isPresent()) {
                throw CommandException.usage(file + " is no valid scenario: " + problem.get());
            }
            return scenario;
        } catch (JsonException wrong) {
            throw CommandException.usage(file + " is no scenario: " + wrong.getMessage(), wrong);
        }
    }
}
