package io.github.oldbuffer.commandline.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.spec.facts.Facts;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.json.ScenarioJson;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.text.KitCommand;
import java.nio.file.Path;
import java.util.Optional;

/** Scenarios that the user names. */
public final class ScenarioFile {

    private static final String OF_STRESS = "\"oldbuffer-stress\"";

    private ScenarioFile() {}

    /**
     * The scenario in a file.
     *
     * @throws CommandException with one sentence that says why it is none
     */
    public static Scenario read(Path file) throws CommandException {
        String text = InputFile.text(file);
        if (text.contains(OF_STRESS)) {
            throw CommandException.usage(file + " is what " + KitCommand.NAME + " stress has found, which repeats it: "
                    + KitCommand.NAME + " stress -i ID --scenario FILE");
        }
        return read(file, text);
    }

    /**
     * The scenario in a file, or in the witness of a finding of {@code stress}.
     *
     * @throws CommandException with one sentence that says why it is none
     */
    public static Scenario toRepeat(Path file) throws CommandException {
        String text = InputFile.text(file);
        if (!text.contains(OF_STRESS)) {
            return read(file, text);
        }
        try {
            JsonNode scenario = new ObjectMapper().readTree(text).path("scenario");
            if (scenario.isMissingNode()) {
                throw CommandException.usage(
                        file + " is about threads or the collector, and has no scenario to repeat; " + KitCommand.NAME
                                + " stress without --scenario judges them");
            }
            return read(file, scenario.toString());
        } catch (JsonProcessingException wrong) {
            throw CommandException.usage(file + " is no scenario: it is not JSON", wrong);
        }
    }

    private static Scenario read(Path file, String text) throws CommandException {
        try {
            Scenario scenario = ScenarioJson.read(text);
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
