package io.github.oldbuffer.commandline.ci;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code action.yml}, carried out as GitHub's runner does; steps of other actions are told and not run. */
final class Action {

    private static final String SARIF_IS_THERE = "always() && hashFiles(format('{0}/results.sarif', inputs.out)) != ''";

    private final JsonNode action;
    private final Path kit;
    private final Path workspace;

    private Action(JsonNode action, Path kit, Path workspace) {
        this.action = action;
        this.kit = kit;
        this.workspace = workspace;
    }

    /**
     * What a job sees afterwards.
     *
     * @param status of the first step that failed; 0 where none did
     * @param summary that the job's page shows
     * @param used what was given to other actions, by the action's name without its version
     * @param outputs of the action
     */
    record Done(
            int status,
            String said,
            String summary,
            Map<String, Map<String, String>> used,
            Map<String, String> outputs) {

        String report() {
            return outputs.get("report");
        }
    }

    static Action of(Path kit, Path workspace) throws IOException {
        return new Action(
                new YAMLMapper()
                        .readTree(KitFolder.REPOSITORY.resolve("action.yml").toFile()),
                kit,
                workspace);
    }

    JsonNode definition() {
        return action;
    }

    /** @param inputs those that a workflow gives */
    Done run(Map<String, String> inputs) throws IOException, InterruptedException {
        Map<String, String> values = values(inputs);
        Placeholders placeholders = Placeholders.ofGithub(values);
        Path summary = Files.createTempFile(kit, "summary-", ".md");
        int status = 0;
        StringBuilder said = new StringBuilder();
        Map<String, Map<String, String>> used = new HashMap<>();
        for (JsonNode step : steps()) {
            if (!due(step, status, placeholders)) {
                continue;
            }
            if (step.has("uses")) {
                used.put(step.get("uses").textValue().split("@")[0], filled(step.get("with"), placeholders));
                continue;
            }
            Map<String, String> environment = filled(step.path("env"), placeholders);
            environment.put("GITHUB_STEP_SUMMARY", summary.toString());
            environment.put("HOME", kit.toString());
            Path output = Files.createTempFile(kit, "output-", ".txt");
            environment.put("GITHUB_OUTPUT", output.toString());
            Script script = Script.run(step.get("run").textValue(), workspace, environment);
            said.append(script.said());
            status = status == 0 ? script.status() : status;
            for (String line : Files.readAllLines(output)) {
                String[] pair = line.split("=", 2);
                values.put("steps." + step.path("id").asText() + ".outputs." + pair[0], pair[1]);
            }
            placeholders = Placeholders.ofGithub(values);
        }
        Map<String, String> outputs = new HashMap<>();
        for (var each : action.get("outputs").properties()) {
            outputs.put(
                    each.getKey(),
                    placeholders.fill(each.getValue().get("value").textValue()));
        }
        return new Done(status, said.toString(), Files.readString(summary), used, outputs);
    }

    List<JsonNode> steps() {
        List<JsonNode> steps = new ArrayList<>();
        action.at("/runs/steps").forEach(steps::add);
        return steps;
    }

    private Map<String, String> values(Map<String, String> inputs) {
        Map<String, String> values = new HashMap<>();
        values.put("github.action_path", kit.toString());
        values.put("github.action_ref", "main");
        values.put("github.server_url", "https://github.example");
        values.put("github.action_repository", "owner/oldbuffer");
        values.put("runner.temp", kit.resolve("temporary").toString());
        values.put("steps.fetch.outputs.conform", "");
        for (String output : List.of("status", "conforms", "answer")) {
            values.put("steps.judge.outputs." + output, "");
        }
        action.get("inputs")
                .fields()
                .forEachRemaining(input -> values.put(
                        "inputs." + input.getKey(),
                        inputs.getOrDefault(
                                input.getKey(), input.getValue().get("default").textValue())));
        for (String name : inputs.keySet()) {
            if (!values.containsKey("inputs." + name)) {
                throw new AssertionError("there is no input " + name);
            }
        }
        return values;
    }

    private boolean due(JsonNode step, int status, Placeholders placeholders) {
        String condition = step.path("if").asText("success()");
        return switch (condition) {
            case "success()" -> status == 0;
            case "always()" -> true;
            case "inputs.version != ''" ->
                status == 0 && !placeholders.values().get("inputs.version").isEmpty();
            case "inputs.version == ''" ->
                status == 0 && placeholders.values().get("inputs.version").isEmpty();
            case SARIF_IS_THERE ->
                Files.isRegularFile(workspace
                        .resolve(placeholders.values().get("inputs.out"))
                        .resolve("results.sarif"));
            default -> throw new AssertionError("this runner cannot tell whether " + condition);
        };
    }

    private static Map<String, String> filled(JsonNode texts, Placeholders placeholders) {
        Map<String, String> filled = new HashMap<>();
        texts.fields()
                .forEachRemaining(entry -> filled.put(
                        entry.getKey(), placeholders.fill(entry.getValue().textValue())));
        return filled;
    }
}
