package io.github.oldbuffer.model;

import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Counts;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Pointer;
import io.github.oldbuffer.spec.transcript.Raised;
import io.github.oldbuffer.spec.transcript.Sample;
import io.github.oldbuffer.spec.transcript.Traffic;
import java.util.List;
import org.junit.jupiter.api.Assertions;

/** Expected events, in the few shapes that most scenarios need. */
final class Expect {

    static final Event MADE = new Event.Made(null);
    static final Event DONE = new Event.Done(null, List.of());

    private Expect() {}

    static List<Event> run(Step... steps) {
        return run(ModelImplementation.lawful(), steps);
    }

    static List<Event> run(ModelImplementation model, Step... steps) {
        var transcript = model.run(List.of(Scenario.of(steps))).get(0);
        Assertions.assertEquals(Outcome.COMPLETED, transcript.outcome());
        return transcript.events().stream().map(Expect::withoutFields).toList();
    }

    /** The fields of views have tests of their own. */
    private static Event withoutFields(Event event) {
        return event instanceof Event.Viewed viewed
                ? new Event.Viewed(
                        viewed.granted(), viewed.raised(), viewed.pointer(), viewed.length(), viewed.traffic())
                : event;
    }

    /** A call that returned 0 with a pointer to the start of the object's memory, which holds {@code bytes}. */
    static Event granted(int[] bytes, Traffic... traffic) {
        return granted(bytes.length, sample(bytes), traffic);
    }

    static Event granted(long length, Sample sample, Traffic... traffic) {
        return new Event.Called(
                0, null, Pointer.within(0), length, sample, 0, Counts.UNCHANGED, null, List.of(traffic));
    }

    /** A call that returned -1 with a TypeError and did nothing else. */
    static Event refused(String message, Traffic... traffic) {
        return new Event.Called(
                -1,
                typeError(message),
                Pointer.UNTOUCHED,
                null,
                Sample.NONE,
                0,
                Counts.UNCHANGED,
                null,
                List.of(traffic));
    }

    /** A call of CHECK that returned {@code code} and did nothing else. */
    static Event checked(int code, Traffic... traffic) {
        return new Event.Called(
                code, null, Pointer.UNTOUCHED, null, Sample.NONE, 0, Counts.UNCHANGED, null, List.of(traffic));
    }

    static Event viewed(long length, Traffic... traffic) {
        return new Event.Viewed(true, null, Pointer.within(0), length, List.of(traffic));
    }

    static Event notViewed(Raised raised, Traffic... traffic) {
        return new Event.Viewed(false, raised, Pointer.UNTOUCHED, 0, List.of(traffic));
    }

    static Raised typeError(String message) {
        return new Raised("TypeError", true, message);
    }

    static Raised bufferError(String message) {
        return new Raised("BufferError", false, message);
    }

    static Sample sample(int... bytes) {
        byte[] copy = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            copy[i] = (byte) bytes[i];
        }
        return Sample.read(copy);
    }

    static Traffic acquired(int depth, int flags) {
        return new Traffic(0, depth, Traffic.Kind.ACQUIRED, flags);
    }

    static Traffic refusedTraffic(int depth, int flags) {
        return new Traffic(0, depth, Traffic.Kind.REFUSED, flags);
    }

    static Traffic released(int depth) {
        return new Traffic(0, depth, Traffic.Kind.RELEASED, 0);
    }
}
