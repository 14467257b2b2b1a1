package io.github.oldbuffer.spec.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.transcript.Count;
import io.github.oldbuffer.spec.transcript.Counts;
import io.github.oldbuffer.spec.transcript.Damage;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Pointer;
import io.github.oldbuffer.spec.transcript.Raised;
import io.github.oldbuffer.spec.transcript.Sample;
import io.github.oldbuffer.spec.transcript.Traffic;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.spec.transcript.ViewFields;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a transcript looks like to those who read one. */
class TranscriptJsonTests {

    @Test
    void oneOfEachEvent() throws JsonException {
        Traffic refused = new Traffic(0, 0, Traffic.Kind.REFUSED, 1);
        assertText(
                Transcript.completed(List.of(
                        new Event.Made(null),
                        new Event.Called(
                                0,
                                null,
                                Pointer.within(0),
                                2L,
                                Sample.read(new byte[] {10, -1}),
                                0,
                                Counts.UNCHANGED,
                                null,
                                List.of()),
                        new Event.Called(
                                -1,
                                new Raised("TypeError", true, "no"),
                                Pointer.NULL,
                                null,
                                Sample.NONE,
                                1,
                                new Counts(List.of(new Count(1, 0, -1), new Count(0, 2, Event.UNCOUNTED)), true),
                                new Damage(2L, -3),
                                List.of(refused, new Traffic(0, 1, Traffic.Kind.RELEASED, 0))),
                        new Event.Viewed(true, null, Pointer.elsewhere(1), 0, List.of()),
                        new Event.Viewed(false, null, Pointer.UNTOUCHED, 0, List.of()),
                        new Event.Viewed(
                                true,
                                null,
                                Pointer.NULL,
                                0,
                                List.of(),
                                new ViewFields(true, 2, "h", 2, List.of(1L, 2L), List.of(4L, -2L), List.of(0L, -1L))),
                        new Event.Viewed(
                                true,
                                null,
                                Pointer.NULL,
                                0,
                                List.of(),
                                new ViewFields(false, -1, null, 70, null, null, null)),
                        new Event.Peeked(Sample.UNREADABLE),
                        new Event.Poked(-1),
                        new Event.Done(new Raised("BufferError", false, ""), List.of()),
                        new Event.Skipped("no pointer"))),
                """
                {
                  "format": "oldbuffer-transcript",
                  "version": 1,
                  "outcome": {"ended": "completed"},
                  "events": [
                    {"did": "made"},
                    {"did": "called", "code": 0, "pointer": {"within": 0}, "length": 2, "sample": "0aff"},
                    {"did": "called", "code": -1, "raised": {"type": "TypeError", "typeError": true, "message": "no"}, \
                "pointer": "NULL", "references": 1, "others": [{"object": 1, "change": -1}, \
                {"object": 0, "depth": 2, "change": "UNCOUNTED"}], "damage": {"offset": 2, "fromFirst": -3}, \
                "traffic": [{"object": 0, "saw": "REFUSED", "flags": 1}, {"object": 0, "depth": 1, "saw": "RELEASED"}]},
                    {"did": "viewed", "granted": true, "pointer": {"elsewhere": 1}, "length": 0},
                    {"did": "viewed", "granted": false},
                    {"did": "viewed", "granted": true, "pointer": "NULL", "length": 0, "fields": {"readonly": true, \
                "itemsize": 2, "format": "h", "ndim": 2, "shape": [1, 2], "strides": [4, -2], "suboffsets": [0, -1]}},
                    {"did": "viewed", "granted": true, "pointer": "NULL", "length": 0, "fields": {"readonly": false, \
                "itemsize": -1, "ndim": 70}},
                    {"did": "peeked", "sample": "UNREADABLE"},
                    {"did": "poked", "seen": -1},
                    {"did": "done", "raised": {"type": "BufferError", "typeError": false, "message": ""}},
                    {"did": "skipped", "why": "no pointer"}
                  ]
                }
                """);
    }

    @Test
    void otherOutcomes() throws JsonException {
        assertOutcome(
                new Outcome.Unsupported(2, "__buffer__"),
                "{\"ended\": \"unsupported\", \"step\": 2, \"what\": \"__buffer__\"}");
        assertOutcome(
                new Outcome.Died(Outcome.Death.CRASHED, 1, "SIGSEGV"),
                "{\"ended\": \"died\", \"death\": \"CRASHED\", \"step\": 1, \"detail\": \"SIGSEGV\"}");
    }

    /** Harnesses told a sum of all counts once, and one offset. */
    @Test
    void whatOlderHarnessesTellIsRead() throws JsonException {
        assertEquals(Counts.UNCHANGED, called("\"others\": 0").others());
        assertEquals(Counts.UNCOUNTED, called("\"others\": -1").others(), "a sum says nothing of any one object");
        assertEquals(Counts.UNCOUNTED, called("\"others\": \"UNCOUNTED\"").others());
        assertNull(called("\"damage\": -1").damage());
        assertEquals(Damage.seen(7), called("\"damage\": 7").damage());
    }

    private static Event.Called called(String field) throws JsonException {
        String text = "{\"format\": \"oldbuffer-transcript\", \"version\": 1, \"outcome\": {\"ended\": \"completed\"},"
                + " \"events\": [{\"did\": \"called\", \"code\": 0, " + field + "}]}";
        return (Event.Called) TranscriptJson.read(text).events().get(0);
    }

    private static void assertOutcome(Outcome outcome, String json) throws JsonException {
        assertText(
                new Transcript(outcome, List.of()),
                "{\n  \"format\": \"oldbuffer-transcript\",\n  \"version\": 1,\n  \"outcome\": " + json
                        + ",\n  \"events\": []\n}\n");
    }

    private static void assertText(Transcript transcript, String text) throws JsonException {
        assertEquals(text, TranscriptJson.write(transcript));
        assertEquals(transcript, TranscriptJson.read(text));
    }
}
