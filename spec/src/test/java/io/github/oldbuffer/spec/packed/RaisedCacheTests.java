package io.github.oldbuffer.spec.packed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.oldbuffer.spec.form.MalformedException;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Raised;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Exceptions of one batch that are alike share one object; no two that differ are taken for one another. */
class RaisedCacheTests {

    @Test
    void equalOnesAreShared() throws MalformedException {
        Event made = new Event.Made(new Raised("TypeError", true, "no buffer"));
        List<Event> events = decoded(List.of(made, made));
        assertSame(((Event.Made) events.get(0)).raised(), ((Event.Made) events.get(1)).raised());
    }

    @Test
    void manyThatDifferLittle() throws MalformedException {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 900; i++) {
            String message = "x".repeat(i % 300) + i / 300;
            events.add(new Event.Made(new Raised("Error", i % 2 == 0, message)));
        }
        assertEquals(events, decoded(events));
    }

    private static List<Event> decoded(List<Event> events) throws MalformedException {
        List<Transcript> batch = List.of(Transcript.completed(events));
        return PackedTranscripts.decode(PackedTranscripts.encode(batch, ByteBuffer.allocate(0)))
                .get(0)
                .events();
    }
}
