package io.github.oldbuffer.spec.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.Limits;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Event.Called;
import io.github.oldbuffer.spec.transcript.Event.Done;
import io.github.oldbuffer.spec.transcript.Event.Made;
import io.github.oldbuffer.spec.transcript.Event.Peeked;
import io.github.oldbuffer.spec.transcript.Event.Poked;
import io.github.oldbuffer.spec.transcript.Event.Skipped;
import io.github.oldbuffer.spec.transcript.Event.Viewed;

/** An event as a JSON object; {@code did} says which. */
final class EventJson {

    private enum Kind {
        MADE("made"),
        CALLED("called"),
        VIEWED("viewed"),
        PEEKED("peeked"),
        POKED("poked"),
        DONE("done"),
        SKIPPED("skipped");

        private static final Words<Kind> WORDS = Words.of(values(), kind -> kind.word);

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    private EventJson() {}

    static ObjectNode write(Event event) {
        if (event instanceof Made made) {
            ObjectNode node = node(Kind.MADE);
            RaisedJson.write(node, made.raised());
            ToldJson.write(node, made.told());
            return node;
        } else if (event instanceof Called called) {
            return CalledJson.write(node(Kind.CALLED), called);
        } else if (event instanceof Viewed viewed) {
            return writeViewed(viewed);
        } else if (event instanceof Peeked peeked) {
            return node(Kind.PEEKED).put("sample", SampleJson.write(peeked.sample()));
        } else if (event instanceof Poked poked) {
            return node(Kind.POKED).put("seen", poked.seen());
        } else if (event instanceof Done done) {
            ObjectNode node = node(Kind.DONE);
            RaisedJson.write(node, done.raised());
            TrafficJson.write(node, done.traffic());
            return node;
        } else if (event instanceof Skipped skipped) {
            return node(Kind.SKIPPED).put("why", skipped.why());
        }
        throw new IllegalArgumentException("there is no JSON for the event " + event);
    }

    static Event read(Value value) throws JsonException {
        Fields fields = value.fields();
        Event event = read(fields, fields.get("did").oneOf(Kind.WORDS));
        fields.end();
        return event;
    }

    private static Event read(Fields fields, Kind kind) throws JsonException {
        return switch (kind) {
            case MADE -> new Made(RaisedJson.read(fields), ToldJson.read(fields));
            case CALLED -> CalledJson.read(fields);
            case VIEWED ->
                new Viewed(
                        fields.get("granted").flag(),
                        RaisedJson.read(fields),
                        PointerJson.read(fields),
                        fields.whole("length", Long.MIN_VALUE, Long.MAX_VALUE, 0),
                        TrafficJson.read(fields));
            case PEEKED -> new Peeked(SampleJson.read(fields.get("sample")));
            case POKED -> new Poked(fields.get("seen").small(-1, 255));
            case DONE -> new Done(RaisedJson.read(fields), TrafficJson.read(fields));
            case SKIPPED -> new Skipped(fields.get("why").text(Limits.TEXT));
        };
    }

    private static ObjectNode writeViewed(Viewed viewed) {
        ObjectNode node = node(Kind.VIEWED).put("granted", viewed.granted());
        RaisedJson.write(node, viewed.raised());
        PointerJson.write(node, viewed.pointer());
        if (viewed.granted() || viewed.length() != 0) {
            node.put("length", viewed.length());
        }
        TrafficJson.write(node, viewed.traffic());
        return node;
    }

    private static ObjectNode node(Kind kind) {
        return JsonNodeFactory.instance.objectNode().put("did", kind.word);
    }
}
