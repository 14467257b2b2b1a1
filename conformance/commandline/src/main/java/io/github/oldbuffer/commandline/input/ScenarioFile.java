package io.github.oldbuffer.commandline.input;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.spec.facts.Facts;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.json.ScenarioJson;
import io.github.oldbuffer.spec.scenario.Scenario;
import java.nio.file.Path;
import java.util.Optional;

/** Scenarios that the user names. */
public final class ScenarioFile {

    private ScenarioFile() {}

    /**
     * The scenario in a file.
     *
     * @throws CommandException with one sentence that says why it is none
     */
    public static Scenario read(Path file) throws CommandException {
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
