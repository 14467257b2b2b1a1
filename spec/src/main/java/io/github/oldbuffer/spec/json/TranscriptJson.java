package io.github.oldbuffer.spec.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.form.Fields;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.schema.EventShape;
import io.github.oldbuffer.spec.schema.OutcomeShape;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.List;

/**
 * Transcripts as JSON documents of the format {@code oldbuffer-transcript}, version 1.
 *
 * <p>Every transcript that the packed form can tell comes back equal, and the same transcript always gives the same
 * text.
 */
public final class TranscriptJson {

    static final String FORMAT = "oldbuffer-transcript";

    private TranscriptJson() {}

    /** The transcript as text, one event a line, with a newline at the end. */
    public static String write(Transcript transcript) {
        return Documents.text(toTree(transcript));
    }

    public static ObjectNode toTree(Transcript transcript) {
        ObjectNode document = Header.write(FORMAT);
        document.set("outcome", OutcomeShape.outcome().json(transcript.outcome()));
        ArrayNode events = document.putArray("events");
        transcript.events().forEach(event -> events.add(EventShape.event().json(event)));
        return document;
    }

    /**
     * Reads a transcript.
     *
     * @throws JsonException where the text is not JSON or not a transcript
     */
    public static Transcript read(String text) throws JsonException {
        return fromTree(Documents.parse(text));
    }

    /**
     * Reads a transcript.
     *
     * @throws JsonException where the tree is not a transcript
     */
    public static Transcript fromTree(JsonNode document) throws JsonException {
        Fields fields = Header.read(document, FORMAT);
        Outcome outcome = OutcomeShape.outcome().parse(fields.get("outcome"));
        List<Event> events = fields.get("events").list(Scenario.MAX_STEPS, EventShape.event()::parse);
        fields.end();
        return new Transcript(outcome, events);
    }
}
