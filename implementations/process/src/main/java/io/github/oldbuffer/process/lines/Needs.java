package io.github.oldbuffer.process.lines;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.Optional;

/** Whether a program has what a scenario needs, by its own hello; a program is never asked for anything else. */
final class Needs {

    private Needs() {}

    /**
     * The answer to a scenario that the program cannot run.
     *
     * @param scenario as JSON
     * @return empty where the program has all that it needs
     */
    static Optional<Transcript> unmet(JsonNode scenario, Hello hello) {
        JsonNode steps = scenario.get("steps");
        for (int i = 0; i < steps.size(); i++) {
            JsonNode step = steps.get(i);
            String word = step.get("do").textValue();
            if (!hello.steps().contains(word)) {
                return Optional.of(Transcript.unsupported(i, "the step " + word));
            }
            Optional<String> exporter = missing(step.get("exporter"), hello);
            if (exporter.isPresent()) {
                return Optional.of(Transcript.unsupported(i, "the exporter " + exporter.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> missing(JsonNode exporter, Hello hello) {
        if (exporter == null) {
            return Optional.empty();
        }
        String word = exporter.get("kind").textValue();
        if (!hello.exporters().contains(word)) {
            return Optional.of(word);
        }
        return missing(exporter.get("base"), hello).or(() -> missing(exporter.get("target"), hello));
    }
}
