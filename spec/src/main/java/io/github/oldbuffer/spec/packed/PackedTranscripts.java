package io.github.oldbuffer.spec.packed;

import io.github.oldbuffer.spec.form.MalformedException;
import io.github.oldbuffer.spec.form.Reader;
import io.github.oldbuffer.spec.form.Writer;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.schema.EventShape;
import io.github.oldbuffer.spec.schema.OutcomeShape;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.nio.ByteBuffer;
import java.util.List;

/** Batches of transcripts in the packed form. */
public final class PackedTranscripts {

    /** The length of a transcript, its outcome and its number of events. */
    private static final int LEAST_BYTES = 7;

    private PackedTranscripts() {}

    /**
     * Packs a batch.
     *
     * @param reuse is overwritten from its start on and set to little-endian
     * @return the batch, from position 0 to the limit: {@code reuse} where it has room, otherwise a larger buffer of
     *     the same sort (direct or not), worth keeping for the next batch
     * @throws IllegalArgumentException where a transcript holds a value that the packed form cannot tell
     */
    public static ByteBuffer encode(List<Transcript> batch, ByteBuffer reuse) {
        Writer out = new Writer(reuse);
        Headers.write(out, Headers.TRANSCRIPTS, batch.size());
        for (Transcript transcript : batch) {
            write(out, transcript);
        }
        return out.finish();
    }

    /**
     * Unpacks a batch that may be anything.
     *
     * @param batch is read from its position to its limit; neither changes
     * @throws MalformedException where these bytes are not exactly one batch
     */
    public static List<Transcript> decode(ByteBuffer batch) throws MalformedException {
        Reader in = new Reader(batch);
        Transcript[] transcripts = new Transcript[Headers.read(in, Headers.TRANSCRIPTS, LEAST_BYTES)];
        for (int i = 0; i < transcripts.length; i++) {
            transcripts[i] = read(in);
        }
        in.end("batch");
        return List.of(transcripts);
    }

    private static void write(Writer out, Transcript transcript) {
        int start = out.enter();
        OutcomeShape.outcome().pack(out, transcript.outcome());
        List<Event> events = transcript.events();
        out.u16(events.size(), Scenario.MAX_STEPS, "number of events");
        for (Event event : events) {
            EventShape.event().pack(out, event);
        }
        out.leave(start);
    }

    private static Transcript read(Reader in) throws MalformedException {
        int outer = in.enter("transcript");
        Outcome outcome = OutcomeShape.outcome().unpack(in);
        int count = in.u16(Scenario.MAX_STEPS, "number of events");
        Event[] events = new Event[in.backed(count, EventShape.LEAST_BYTES, "number of events")];
        for (int i = 0; i < events.length; i++) {
            events[i] = EventShape.event().unpack(in);
        }
        in.leave(outer, "transcript");
        return new Transcript(outcome, List.of(events));
    }
}
