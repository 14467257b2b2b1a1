package io.github.oldbuffer.spec.packed;

import io.github.oldbuffer.spec.transcript.Counts;
import io.github.oldbuffer.spec.transcript.Damage;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Event.Called;
import io.github.oldbuffer.spec.transcript.Event.Done;
import io.github.oldbuffer.spec.transcript.Event.Made;
import io.github.oldbuffer.spec.transcript.Event.Peeked;
import io.github.oldbuffer.spec.transcript.Event.Poked;
import io.github.oldbuffer.spec.transcript.Event.Skipped;
import io.github.oldbuffer.spec.transcript.Event.Viewed;
import io.github.oldbuffer.spec.transcript.Pointer;
import io.github.oldbuffer.spec.transcript.Raised;
import io.github.oldbuffer.spec.transcript.Sample;

/** An event in the packed form. */
final class EventForm {

    /** What the shortest event takes. */
    static final int LEAST_BYTES = 2;

    private static final int MADE = 1;
    private static final int CALLED = 2;
    private static final int VIEWED = 3;
    private static final int PEEKED = 4;
    private static final int POKED = 5;
    private static final int DONE = 6;
    private static final int SKIPPED = 7;
    private static final int MADE_AND_TOLD = 8;

    private static final Made MADE_WELL = new Made(null);

    private EventForm() {}

    static void write(Writer out, Event event) {
        if (event instanceof Called called) {
            writeCalled(out, called);
        } else if (event instanceof Made made) {
            out.u8(made.told() == null ? MADE : MADE_AND_TOLD);
            RaisedForm.write(out, made.raised());
            if (made.told() != null) {
                ToldForm.write(out, made.told());
            }
        } else if (event instanceof Viewed viewed) {
            out.u8(VIEWED);
            out.flag(viewed.granted());
            RaisedForm.write(out, viewed.raised());
            PointerForm.write(out, viewed.pointer());
            out.i64(viewed.length());
            TrafficForm.write(out, viewed.traffic());
        } else if (event instanceof Peeked peeked) {
            out.u8(PEEKED);
            SampleForm.write(out, peeked.sample());
        } else if (event instanceof Poked poked) {
            out.u8(POKED);
            out.i16(poked.seen(), -1, 255, "byte seen");
        } else if (event instanceof Done done) {
            out.u8(DONE);
            RaisedForm.write(out, done.raised());
            TrafficForm.write(out, done.traffic());
        } else if (event instanceof Skipped skipped) {
            out.u8(SKIPPED);
            out.text16(skipped.why(), "reason");
        } else {
            throw new IllegalArgumentException("there is no packed form of the event " + event);
        }
    }

    static Event read(Reader in) throws MalformedException {
        return switch (in.u8(MADE, MADE_AND_TOLD, "kind of event")) {
            case MADE -> {
                Raised raised = RaisedForm.read(in);
                yield raised == null ? MADE_WELL : new Made(raised);
            }
            case CALLED -> readCalled(in);
            case VIEWED ->
                new Viewed(
                        in.flag("flag granted"),
                        RaisedForm.read(in),
                        PointerForm.read(in),
                        in.i64("length"),
                        TrafficForm.read(in));
            case PEEKED -> new Peeked(SampleForm.read(in));
            case POKED -> new Poked(in.i16(-1, 255, "byte seen"));
            case DONE -> new Done(RaisedForm.read(in), TrafficForm.read(in));
            case SKIPPED -> new Skipped(in.text16("reason"));
            default -> new Made(RaisedForm.read(in), ToldForm.read(in));
        };
    }

    private static void writeCalled(Writer out, Called called) {
        out.u8(CALLED);
        out.i32(called.code());
        RaisedForm.write(out, called.raised());
        PointerForm.write(out, called.pointer());
        out.flag(called.length() != null);
        out.i64(called.length() == null ? 0 : called.length());
        SampleForm.write(out, called.sample());
        out.i32(called.references());
        CountsForm.write(out, called.others());
        DamageForm.write(out, called.damage());
        TrafficForm.write(out, called.traffic());
    }

    private static Called readCalled(Reader in) throws MalformedException {
        int code = in.i32("code");
        Raised raised = RaisedForm.read(in);
        Pointer pointer = PointerForm.read(in);
        Long length = readLength(in);
        Sample sample = SampleForm.read(in);
        int references = in.i32("references");
        Counts others = CountsForm.read(in);
        Damage damage = DamageForm.read(in);
        return new Called(code, raised, pointer, length, sample, references, others, damage, TrafficForm.read(in));
    }

    private static Long readLength(Reader in) throws MalformedException {
        if (in.flag("flag before the length")) {
            return in.i64("length");
        }
        in.i64(0, 0, "length that was not touched");
        return null;
    }
}
