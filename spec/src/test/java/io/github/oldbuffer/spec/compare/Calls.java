package io.github.oldbuffer.spec.compare;

import io.github.oldbuffer.spec.transcript.Counts;
import io.github.oldbuffer.spec.transcript.Damage;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Pointer;
import io.github.oldbuffer.spec.transcript.Raised;
import io.github.oldbuffer.spec.transcript.Sample;
import io.github.oldbuffer.spec.transcript.Traffic;
import java.util.List;

/** Events of calls, of which each test changes one thing. */
record Calls(
        int code,
        Raised raised,
        Pointer pointer,
        Long length,
        Sample sample,
        int references,
        Counts others,
        Damage damage,
        List<Traffic> traffic) {

    /** A call that gave three bytes. */
    static final Calls GOOD =
            new Calls(0, null, Pointer.within(0), 3L, bytes(1, 2, 3), 0, Counts.UNCHANGED, null, List.of());

    static Event check(int code) {
        return new Event.Called(code, null, Pointer.UNTOUCHED, null, Sample.NONE, 0, Counts.UNCHANGED, null, List.of());
    }

    static Sample bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return Sample.read(bytes);
    }

    Event.Called event() {
        return new Event.Called(code, raised, pointer, length, sample, references, others, damage, traffic);
    }

    Calls withCode(int other) {
        return new Calls(other, raised, pointer, length, sample, references, others, damage, traffic);
    }

    Calls withRaised(Raised other) {
        return new Calls(code, other, pointer, length, sample, references, others, damage, traffic);
    }

    Calls withPointer(Pointer other) {
        return new Calls(code, raised, other, length, sample, references, others, damage, traffic);
    }

    Calls withLength(Long other) {
        return new Calls(code, raised, pointer, other, sample, references, others, damage, traffic);
    }

    Calls withSample(Sample other) {
        return new Calls(code, raised, pointer, length, other, references, others, damage, traffic);
    }

    Calls withReferences(int other) {
        return new Calls(code, raised, pointer, length, sample, other, others, damage, traffic);
    }

    Calls withOthers(Counts other) {
        return new Calls(code, raised, pointer, length, sample, references, other, damage, traffic);
    }

    Calls withDamage(Damage other) {
        return new Calls(code, raised, pointer, length, sample, references, others, other, traffic);
    }

    Calls withTraffic(Traffic... other) {
        return new Calls(code, raised, pointer, length, sample, references, others, damage, List.of(other));
    }
}
