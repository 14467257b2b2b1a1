package io.github.oldbuffer.consumers.worker;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.oldbuffer.spec.consumer.ConsumerTranscript;
import io.github.oldbuffer.spec.consumer.ConsumerTranscript.Outcome;
import io.github.oldbuffer.spec.consumer.ConsumerTranscript.Requests;
import io.github.oldbuffer.spec.consumer.ConsumerTranscript.Resize;
import io.github.oldbuffer.spec.consumer.ConsumerTranscript.Views;
import java.util.ArrayList;
import java.util.List;

/** Reads the driver's answer to a scenario. */
final class TranscriptForm {

    private TranscriptForm() {}

    static ConsumerTranscript read(JsonNode answer) {
        if (answer.has("unsupported")) {
            return ConsumerTranscript.unsupported(answer.get("unsupported").asText());
        }
        List<Outcome> references = new ArrayList<>();
        answer.path("references").forEach(each -> references.add(outcome(each)));
        JsonNode growth = answer.path("growth");
        return new ConsumerTranscript(
                references,
                outcome(answer.path("answer")),
                answer.has("contiguous") ? outcome(answer.get("contiguous")) : null,
                answer.path("itemwise").asBoolean(),
                answer.path("failed").asBoolean(),
                answer.path("listed").asBoolean(),
                requests(answer.path("requests")),
                views(answer.path("views")),
                growth.isNumber() ? growth.asLong() : null,
                answer.path("bounded").asBoolean(),
                answer.path("times").asInt(),
                answer.path("trampled").asBoolean(),
                resize(answer.path("resize")),
                null,
                null,
                null);
    }

    private static Outcome outcome(JsonNode node) {
        return new Outcome(
                node.get("value"),
                text(node.path("raised")),
                text(node.path("message")),
                node.path("system").asBoolean(),
                node.get("state"),
                text(node.path("after")));
    }

    private static Requests requests(JsonNode node) {
        if (node.isMissingNode()) {
            return null;
        }
        List<Integer> flags = new ArrayList<>();
        node.path("flags").forEach(flag -> flags.add(flag.asInt()));
        return new Requests(
                List.copyOf(flags),
                node.path("count").asLong(),
                node.path("refused").asLong());
    }

    private static Views views(JsonNode node) {
        return node.isMissingNode()
                ? null
                : new Views(
                        node.path("acquired").asLong(),
                        node.path("held").asLong(),
                        node.path("surplus").asLong(),
                        node.path("stray").asLong());
    }

    private static Resize resize(JsonNode node) {
        return node.isMissingNode() ? null : new Resize(node.path("tried").asBoolean(), text(node.path("refused")));
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }
}
