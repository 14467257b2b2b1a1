package io.github.oldbuffer.spec.judge;

import io.github.oldbuffer.spec.transcript.Count;
import io.github.oldbuffer.spec.transcript.Counts;
import io.github.oldbuffer.spec.transcript.Damage;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Pointer;
import io.github.oldbuffer.spec.transcript.Raised;
import io.github.oldbuffer.spec.transcript.Sample;
import io.github.oldbuffer.spec.transcript.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The event of a call, to be spoilt in one respect or several. */
final class Answer {

    static final Raised TYPE_ERROR = new Raised("TypeError", true, "wrong type");
    static final Raised BUFFER_ERROR = new Raised("BufferError", false, "refused");

    private final Event.Called event;

    private Answer(Event.Called event) {
        this.event = event;
    }

    static UnaryOperator<Event> spoilt(UnaryOperator<Answer> spoil) {
        return event -> spoil.apply(new Answer((Event.Called) event)).event;
    }

    Answer code(int code) {
        return with(code, event.raised(), event.pointer(), event.length(), event.sample());
    }

    Answer raised(Raised raised) {
        return with(event.code(), raised, event.pointer(), event.length(), event.sample());
    }

    Answer pointer(Pointer pointer) {
        return with(event.code(), event.raised(), pointer, event.length(), event.sample());
    }

    Answer length(Long length) {
        return with(event.code(), event.raised(), event.pointer(), length, event.sample());
    }

    Answer sample(Sample sample) {
        return with(event.code(), event.raised(), event.pointer(), event.length(), sample);
    }

    Answer sample(int... bytes) {
        byte[] copy = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            copy[i] = (byte) bytes[i];
        }
        return sample(Sample.read(copy));
    }

    /** As it is after a failure with the exception. */
    Answer failed(Raised raised) {
        return with(-1, raised, Pointer.UNTOUCHED, null, Sample.NONE);
    }

    /** As it is after a success that gives the beginning of {@code bytes} bytes. */
    Answer succeeded(int... bytes) {
        return with(0, null, Pointer.within(0), (long) bytes.length, Sample.NONE)
                .sample(bytes);
    }

    Answer references(int references) {
        return counted(references, event.others(), event.damage(), event.traffic());
    }

    Answer others(Counts others) {
        return counted(event.references(), others, event.damage(), event.traffic());
    }

    /** The count of an object that the call was not made on, or of one inside it, changed; all others did not. */
    Answer other(int object, int depth, int change) {
        List<Count> more = new ArrayList<>(event.others().listed());
        more.add(new Count(object, depth, change));
        return others(new Counts(more, true));
    }

    /** By somebody who sees what the object offers and no more. */
    Answer damage(long fromFirst) {
        return damage(Damage.seen(fromFirst));
    }

    Answer damage(Damage damage) {
        return counted(event.references(), event.others(), damage, event.traffic());
    }

    Answer traffic(Traffic... traffic) {
        return counted(event.references(), event.others(), event.damage(), List.of(traffic));
    }

    /** One more thing that an exporter saw. */
    Answer saw(int object, int depth, Traffic.Kind kind) {
        List<Traffic> more = new ArrayList<>(event.traffic());
        more.add(new Traffic(object, depth, kind, 0));
        return traffic(more.toArray(Traffic[]::new));
    }

    private Answer with(int code, Raised raised, Pointer pointer, Long length, Sample sample) {
        return new Answer(new Event.Called(
                code,
                raised,
                pointer,
                length,
                sample,
                event.references(),
                event.others(),
                event.damage(),
                event.traffic()));
    }

    private Answer counted(int references, Counts others, Damage damage, List<Traffic> traffic) {
        return new Answer(new Event.Called(
                event.code(),
                event.raised(),
                event.pointer(),
                event.length(),
                event.sample(),
                references,
                others,
                damage,
                traffic));
    }
}
