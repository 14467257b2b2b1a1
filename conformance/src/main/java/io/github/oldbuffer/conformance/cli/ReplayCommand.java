package io.github.oldbuffer.conformance.cli;

import io.github.oldbuffer.spec.facts.Facts;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.json.JsonException;
import io.github.oldbuffer.spec.json.ScenarioJson;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Transcript;
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

    @Parameters(paramLabel = "FILE.json", description = "A scenario, such as the witness.json of a deviation.")
    private Path file;

    @Option(
            names = {"-i", "--implementation"},
            paramLabel = "ID",
            defaultValue = "model",
            description = "Which implementation; may be repeated. Default: ${DEFAULT-VALUE}.")
    private List<String> ids;

    ReplayCommand(Terminal terminal, Implementations implementations) {
        this.terminal = terminal;
        this.implementations = implementations;
    }

    @Override
    public Integer call() throws CommandException {
        Scenario scenario = scenario();
        for (String id : ids) {
            implementations.providerOf(id);
        }
        int status = ExitStatus.CONFORMS;
        for (String id : new LinkedHashSet<>(ids)) {
            status = ExitStatus.worse(status, replay(scenario, id));
        }
        return status;
    }

    private int replay(Scenario scenario, String id) {
        try (Implementation implementation = implementations.open(id)) {
            Transcript transcript = implementation.run(List.of(scenario)).get(0);
            Replay replay = Replay.of(implementation.identity(), scenario, transcript);
            replay.lines(new Paint(terminal.colour())).forEach(terminal.out()::println);
            return replay.status();
        } catch (CommandException unavailable) {
            return Failures.report(unavailable, terminal);
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
