package io.github.oldbuffer.spec.packed;

import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.form.Limits;
import io.github.oldbuffer.spec.scenario.Born;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Sharing;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.Step.Acquire;
import io.github.oldbuffer.spec.scenario.Step.Argument;
import io.github.oldbuffer.spec.scenario.Step.Border;
import io.github.oldbuffer.spec.scenario.Step.Call;
import io.github.oldbuffer.spec.scenario.Step.Change;
import io.github.oldbuffer.spec.scenario.Step.Code;
import io.github.oldbuffer.spec.scenario.Step.Drop;
import io.github.oldbuffer.spec.scenario.Step.Make;
import io.github.oldbuffer.spec.scenario.Step.Parse;
import io.github.oldbuffer.spec.scenario.Step.Peek;
import io.github.oldbuffer.spec.scenario.Step.Poke;
import io.github.oldbuffer.spec.scenario.Step.Release;
import io.github.oldbuffer.spec.scenario.Step.ReleaseView;
import io.github.oldbuffer.spec.scenario.Step.Resize;
import io.github.oldbuffer.spec.scenario.Step.Share;
import io.github.oldbuffer.spec.scenario.Way;

/** A step in the packed form. */
final class StepForm {

    /** What the shortest step takes. */
    static final int LEAST_BYTES = 2;

    private static final int MAKE = 1;
    private static final int CALL = 2;
    private static final int PEEK = 3;
    private static final int POKE = 4;
    private static final int CHANGE = 5;
    private static final int RESIZE = 6;
    private static final int RELEASE = 7;
    private static final int ACQUIRE = 8;
    private static final int RELEASE_VIEW = 9;
    private static final int PARSE = 10;
    private static final int DROP = 11;
    private static final int MAKE_IN_PYTHON = 12;
    private static final int BORDER = 13;
    private static final int RESIZE_SO = 14;
    private static final int SHARE = 15;

    private static final Function[] FUNCTIONS = Function.values();
    private static final Argument[] ARGUMENTS = Argument.values();
    private static final Request[] REQUESTS = Request.values();
    private static final Way[] WAYS = Way.values();
    private static final Sharing[] SHARINGS = Sharing.values();
    private static final Code[] CODES = Code.values();
    private static final ExceptionType[] EXCEPTIONS = ExceptionType.values();

    private StepForm() {}

    static void write(Writer out, Step step) {
        if (step instanceof Call call) {
            out.u8(CALL);
            out.oneOf(call.function());
            name(out, call.object());
            out.u8(Bits.of(call.nulls()));
            out.oneOfOrNone(call.pending());
        } else if (step instanceof Make make) {
            out.u8(make.born() == Born.C ? MAKE : MAKE_IN_PYTHON);
            name(out, make.object());
            ExporterForm.write(out, make.exporter());
        } else if (step instanceof Peek peek) {
            out.u8(PEEK);
            peekable(peek.function());
            out.oneOf(peek.function());
            name(out, peek.object());
        } else if (step instanceof Poke poke) {
            writeByte(out, POKE, poke.object(), poke.offset(), poke.value());
        } else if (step instanceof Change change) {
            writeByte(out, CHANGE, change.object(), change.offset(), change.value());
        } else if (step instanceof Resize resize) {
            tagged(out, resize.way() == Way.ANY ? RESIZE : RESIZE_SO, resize.object());
            out.i64(resize.length(), 0, Limits.LENGTH, "length");
            if (resize.way() != Way.ANY) {
                out.oneOf(resize.way());
            }
        } else if (step instanceof Share share) {
            tagged(out, SHARE, share.object());
            name(out, share.of());
            out.oneOf(share.sharing());
            out.i64(share.start(), 0, Limits.LENGTH, "start");
        } else if (step instanceof Release release) {
            tagged(out, RELEASE, release.object());
        } else if (step instanceof Acquire acquire) {
            tagged(out, ACQUIRE, acquire.view());
            name(out, acquire.object());
            out.oneOf(acquire.request());
        } else if (step instanceof ReleaseView release) {
            tagged(out, RELEASE_VIEW, release.view());
        } else if (step instanceof Parse parse) {
            tagged(out, PARSE, parse.object());
            out.oneOf(parse.code());
        } else if (step instanceof Drop drop) {
            tagged(out, DROP, drop.object());
        } else if (step instanceof Border border) {
            tagged(out, BORDER, border.object());
        } else {
            throw new IllegalArgumentException("there is no packed form of the step " + step);
        }
    }

    static Step read(Reader in) throws MalformedException {
        return switch (in.u8(MAKE, SHARE, "kind of step")) {
            case MAKE -> new Make(name(in, "object"), ExporterForm.read(in));
            case CALL -> readCall(in);
            case PEEK -> readPeek(in);
            case POKE -> new Poke(name(in, "object"), in.i64("offset"), in.u8("value"));
            case CHANGE -> new Change(name(in, "object"), in.i64("offset"), in.u8("value"));
            case RESIZE -> new Resize(name(in, "object"), in.i64(0, Limits.LENGTH, "length"));
            case RELEASE -> new Release(name(in, "object"));
            case ACQUIRE -> new Acquire(name(in, "view"), name(in, "object"), in.oneOf(REQUESTS, "request"));
            case RELEASE_VIEW -> new ReleaseView(name(in, "view"));
            case PARSE -> new Parse(name(in, "object"), in.oneOf(CODES, "code"));
            case DROP -> new Drop(name(in, "object"));
            case MAKE_IN_PYTHON -> new Make(name(in, "object"), ExporterForm.read(in), Born.PYTHON);
            case BORDER -> new Border(name(in, "object"));
            case RESIZE_SO -> readResize(in);
            default ->
                new Share(
                        name(in, "object"),
                        name(in, "object"),
                        in.oneOf(SHARINGS, "sharing"),
                        in.i64(0, Limits.LENGTH, "start"));
        };
    }

    private static Resize readResize(Reader in) throws MalformedException {
        int object = name(in, "object");
        long length = in.i64(0, Limits.LENGTH, "length");
        int at = in.position();
        Way way = in.oneOf(WAYS, "way");
        if (way == Way.ANY) {
            throw new MalformedException(at, "a resize in any way has a form of its own");
        }
        return new Resize(object, length, way);
    }

    private static Call readCall(Reader in) throws MalformedException {
        Function function = in.oneOf(FUNCTIONS, "function");
        int object = name(in, "object");
        int nulls = in.u8(0, (1 << ARGUMENTS.length) - 1, "set of NULL arguments");
        return new Call(
                function,
                object,
                Bits.set(nulls, Argument.class, ARGUMENTS),
                in.oneOfOrNone(EXCEPTIONS, "pending exception"));
    }

    private static Peek readPeek(Reader in) throws MalformedException {
        int at = in.position();
        Function function = in.oneOf(FUNCTIONS, "function");
        if (!function.hasOutputs()) {
            throw new MalformedException(at, "CHECK gives no pointer to peek through");
        }
        return new Peek(function, name(in, "object"));
    }

    private static void peekable(Function function) {
        if (!function.hasOutputs()) {
            throw new IllegalArgumentException("CHECK gives no pointer to peek through");
        }
    }

    private static void writeByte(Writer out, int tag, int object, long offset, int value) {
        tagged(out, tag, object);
        out.i64(offset);
        out.u8(value, 0, 255, "value");
    }

    private static void tagged(Writer out, int tag, int name) {
        out.u8(tag);
        name(out, name);
    }

    private static void name(Writer out, int name) {
        out.u8(name, 0, Scenario.MAX_NAME, "number of an object or view");
    }

    private static int name(Reader in, String what) throws MalformedException {
        return in.u8(0, Scenario.MAX_NAME, what);
    }
}
