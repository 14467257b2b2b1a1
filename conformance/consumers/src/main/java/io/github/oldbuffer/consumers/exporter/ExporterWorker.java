package io.github.oldbuffer.consumers.exporter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.consumers.worker.CallException;
import io.github.oldbuffer.consumers.worker.WorkerSetting;
import io.github.oldbuffer.probe.Command;
import io.github.oldbuffer.process.Signals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks an object in a process of its own. */
final class ExporterWorker {

    private static final String SCRIPT = "oldbuffer_exporter.py";
    private static final String LAUNCH = "ulimit -c 0; exec \"$1\" \"$2\" \"$3\" < \"$4\"";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private ExporterWorker() {}

    /** @throws CallException where the object cannot be made */
    static Observed ask(WorkerSetting setting, String expression, String setup) throws CallException, IOException {
        ObjectNode question = new ObjectMapper().createObjectNode();
        question.put("expression", expression).put("setup", setup);
        setting.paths().forEach(path -> question.withArray("paths").add(path.toString()));
        if (setting.paths().isEmpty()) {
            question.putArray("paths");
        }
        Path file = Files.createTempFile("oldbuffer", ".json");
        try {
            Files.writeString(file, question + "\n");
            Command.Result result = Command.run(
                    List.of(
                            "/bin/sh",
                            "-c",
                            LAUNCH,
                            "sh",
                            setting.interpreter().executable().toString(),
                            setting.driver().resolveSibling(SCRIPT).toString(),
                            setting.module().toString(),
                            file.toString()),
                    PATIENCE);
            return read(result, expression);
        } finally {
            Files.delete(file);
        }
    }

    private static Observed read(Command.Result result, String expression) throws CallException, IOException {
        List<Answer> answers = new ArrayList<>();
        String type = null;
        String python = "";
        int asking = -1;
        for (String line : result.output().lines().toList()) {
            JsonNode told = new ObjectMapper().readTree(line);
            if (told.has("unmade")) {
                String what = "the object cannot be made: " + told.get("unmade").asText();
                throw told.path("syntax").asBoolean() ? CallException.misused(what) : CallException.unusable(what);
            } else if (told.has("made")) {
                type = told.get("made").asText();
                python = told.get("python").asText();
                if (!told.get("offers").asBoolean()) {
                    throw CallException.unusable("an object of type " + type
                            + " offers no memory: its type has no bf_getbuffer, so there is nothing to judge");
                }
            } else if (told.has("asking")) {
                asking = told.get("asking").isNumber() ? told.get("asking").asInt() : -1;
            } else if (told.has("answer")) {
                answers.add(Answer.of(told.get("answer")));
            } else {
                List<Change> changes = new ArrayList<>();
                told.path("changes").forEach(change -> changes.add(Change.of(change)));
                return new Observed(
                        type,
                        python,
                        answers,
                        told.path("counts").asBoolean(),
                        told.path("references").asLong(),
                        changes,
                        null,
                        -1);
            }
        }
        if (type == null) {
            throw CallException.unusable("the process that was to make " + expression + " ended with status "
                    + result.status() + ": "
                    + result.errors().strip().lines().reduce("", (one, last) -> last));
        }
        String end = "CRASHED (" + Signals.describe(result.status()) + ")";
        return new Observed(type, python, answers, false, 0, List.of(), end, asking);
    }
}
