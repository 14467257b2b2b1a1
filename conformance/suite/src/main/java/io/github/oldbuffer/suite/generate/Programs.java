package io.github.oldbuffer.suite.generate;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Ctypes;
import io.github.oldbuffer.spec.exporter.Formats;
import io.github.oldbuffer.spec.exporter.MadeOfBytes;
import io.github.oldbuffer.spec.facts.State;
import io.github.oldbuffer.spec.facts.Subject;
import io.github.oldbuffer.spec.facts.Support;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.Step.Argument;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The programs that make clauses matter. */
final class Programs {

    private static final List<Function> FUNCTIONS = List.of(Function.values());
    private static final List<Argument> ARGUMENTS = List.of(Argument.values());
    private static final List<Step.Code> BORROWING = List.of(Step.Code.Y_HASH, Step.Code.S_HASH, Step.Code.Z_HASH);
    private static final List<Step.Code> PINNING = List.of(Step.Code.S_STAR, Step.Code.Z_STAR);
    private static final List<Request> REQUESTS = List.of(Request.values());
    private static final int VIEW = 0;

    private Programs() {}

    /** The function is called once; what goes before may have changed or released the object. */
    static Program call(Function function) {
        return (draft, c) -> {
            before(draft, c);
            draft.call(function, 0);
            after(draft, c);
        };
    }

    /** The function is called on an object that has been released, where it can be. */
    static Program callReleased(Function function) {
        return (draft, c) -> {
            draft.add(new Step.Release(0));
            draft.call(function, 0);
            after(draft, c);
        };
    }

    /** The function is called twice, or once before a change that has to show. */
    static Program callAndLookAgain(Function function) {
        return (draft, c) -> {
            draft.call(function, 0);
            boolean changed = c.onceIn(2) && Noise.change(draft, 0, c);
            if (changed) {
                draft.add(new Step.Peek(function, 0));
            } else {
                quiet(draft, c);
                draft.call(function, 0);
            }
            after(draft, c);
        };
    }

    /** The function is called and nothing else, and then the object has to be free. */
    static Program callAndSetFree(Function function) {
        return (draft, c) -> {
            int times = c.onceIn(4) ? 2 : 1;
            for (int i = 0; i < times; i++) {
                draft.call(function, 0);
            }
            exclusive(draft, 0, c);
            after(draft, c);
        };
    }

    /** The function is called on several objects in turn: what one call keeps, a later one may give back. */
    static Program callInTurn(Function function) {
        return (draft, c) -> {
            int objects = c.between(2, 3);
            for (int i = 1; i < objects; i++) {
                draft.add(Births.make(i, (c.onceIn(3) ? Want.ANY : Want.RECORDING).make(c), c));
            }
            draft.call(function, 0);
            int more = c.between(1, 2 * objects);
            for (int i = 0; i < more; i++) {
                draft.call(c.onceIn(4) ? c.oneOf(FUNCTIONS) : function, c.below(objects));
            }
            for (int i = 0; i < objects; i++) {
                exclusive(draft, i, c);
            }
        };
    }

    /** A byte is written through the pointer. */
    static Program callAndWrite() {
        return (draft, c) -> {
            before(draft, c);
            draft.call(Function.WRITE, 0);
            Noise.poke(draft, 0, c);
            if (c.onceIn(2)) {
                quiet(draft, c);
                draft.call(Function.READ, 0);
            }
            after(draft, c);
        };
    }

    /** Two functions are called on the same object, in either order. */
    static Program both(Function one, Function other) {
        return (draft, c) -> {
            before(draft, c);
            boolean swapped = c.onceIn(2);
            draft.call(swapped ? other : one, 0);
            quiet(draft, c);
            draft.call(swapped ? one : other, 0);
            after(draft, c);
        };
    }

    /** Any function is called twice. */
    static Program twice() {
        return (draft, c) -> {
            Function function = c.oneOf(FUNCTIONS);
            before(draft, c);
            draft.call(function, 0);
            quiet(draft, c);
            draft.call(function, 0);
            after(draft, c);
        };
    }

    /** A function and a request through the new protocol, in either order. */
    static Program besideView(Function function, Request request) {
        return (draft, c) -> {
            before(draft, c);
            Step acquire = new Step.Acquire(VIEW, 0, request);
            besides(draft, function, acquire, c);
            if (c.onceIn(2)) {
                draft.add(new Step.ReleaseView(VIEW));
            }
            after(draft, c);
        };
    }

    /** A function and a code of PyArg_ParseTuple, in either order. */
    static Program besideParse(Function function, Step.Code code) {
        return (draft, c) -> {
            before(draft, c);
            besides(draft, function, new Step.Parse(0, code), c);
            after(draft, c);
        };
    }

    /**
     * Two codes of PyArg_ParseTuple, one that pins and one that does not, whatever else happens between them: there are
     * objects of which the table says something for the one alone.
     */
    static Program parse() {
        return (draft, c) -> {
            before(draft, c);
            boolean first = c.onceIn(2);
            draft.add(new Step.Parse(0, c.oneOf(first ? PINNING : BORROWING)));
            quiet(draft, c);
            draft.add(new Step.Parse(0, c.oneOf(first ? BORROWING : PINNING)));
            after(draft, c);
        };
    }

    /** Two requests, one after the other or one beside the other: one that is granted if any is, and one of any flags. */
    static Program request() {
        return (draft, c) -> {
            before(draft, c);
            draft.add(new Step.Acquire(VIEW, 0, granted(draft, c)));
            if (c.onceIn(2)) {
                draft.add(new Step.ReleaseView(VIEW));
            }
            quiet(draft, c);
            draft.add(new Step.Acquire(VIEW + 1, 0, c.oneOf(REQUESTS)));
            after(draft, c);
        };
    }

    /** A few of the flags fit an object of many segments, and luck would not find them for every sort of object. */
    private static Request granted(Draft draft, Choices c) {
        Subject subject = draft.object(0).subject();
        List<Request> granted = REQUESTS.stream()
                .filter(request -> subject.granted(request) == Support.YES)
                .toList();
        return c.oneOf(granted.isEmpty() ? REQUESTS : granted);
    }

    /** A view is held, or an object stands on its memory, while it is to be resized or released; then it is free. */
    static Program pin() {
        return (draft, c) -> {
            if (c.onceIn(4) && Shares.share(draft, c)) {
                exclusive(draft, 0, c);
                draft.add(new Step.Release(1));
                exclusive(draft, 0, c);
                after(draft, c);
                return;
            }
            Shares.resizeStream(draft, 0, c);
            draft.add(new Step.Acquire(VIEW, 0, c.onceIn(2) ? Request.SIMPLE : Request.FULL_RO));
            if (!c.onceIn(4)) {
                exclusive(draft, 0, c);
            }
            draft.add(new Step.ReleaseView(VIEW));
            exclusive(draft, 0, c);
            after(draft, c);
        };
    }

    /** A function is called with one or two of its arguments NULL, now and then while an exception is pending. */
    static Program callWithNull() {
        return (draft, c) -> {
            Function function = c.oneOf(FUNCTIONS);
            Set<Argument> nulls = EnumSet.of(function.hasOutputs() ? c.oneOf(ARGUMENTS) : Argument.OBJECT);
            if (function.hasOutputs() && c.onceIn(4)) {
                nulls.add(c.oneOf(ARGUMENTS));
            }
            draft.add(new Step.Call(function, 0, nulls, c.onceIn(3) ? Plain.exception(c) : null));
            after(draft, c);
        };
    }

    /** A function is called while an exception is pending. */
    static Program callWithPending() {
        return (draft, c) -> {
            draft.add(new Step.Call(c.oneOf(FUNCTIONS), 0, Set.of(), Plain.exception(c)));
            after(draft, c);
        };
    }

    /** A function is called, in half of the cases with NULL for an argument or with an exception pending. */
    static Program callInAnyWay() {
        return (draft, c) -> {
            Function function = c.oneOf(FUNCTIONS);
            Set<Argument> nulls = EnumSet.noneOf(Argument.class);
            if (function.hasOutputs() && c.onceIn(2)) {
                nulls.add(c.oneOf(ARGUMENTS));
                if (c.onceIn(3)) {
                    nulls.add(c.oneOf(ARGUMENTS));
                }
            }
            draft.add(new Step.Call(function, 0, nulls, c.onceIn(3) ? Plain.exception(c) : null));
        };
    }

    /** Functions are called on an exporter that breaks the rules. */
    static Program callUnlawful() {
        return (draft, c) -> {
            int calls = c.between(1, 2);
            for (int i = 0; i < calls; i++) {
                draft.call(c.oneOf(FUNCTIONS), 0);
            }
        };
    }

    /** Anything at all, for campaigns and benchmarks. */
    static Program anything(int most) {
        return (draft, c) -> {
            int steps = c.between(1, most);
            for (int i = 0; i < steps; i++) {
                Noise.any(draft, 0, c);
            }
        };
    }

    private static void besides(Draft draft, Function function, Step other, Choices c) {
        if (c.onceIn(2)) {
            draft.call(function, 0);
            quiet(draft, c);
            draft.add(other);
        } else {
            draft.add(other);
            quiet(draft, c);
            draft.call(function, 0);
        }
    }

    /** Resizes or releases the object, where it can be. */
    static void exclusive(Draft draft, int object, Choices c) {
        State state = draft.object(object);
        if (c.onceIn(2) && Shares.resize(draft, object, c)) {
            return;
        }
        if (state.exporter() instanceof MadeOfBytes made && made.resized() && c.onceIn(2)) {
            draft.add(new Step.Resize(object, 1 + Lengths.any(c)));
            return;
        }
        boolean resizable = state.exporter() instanceof ByteArray || state.exporter() instanceof Array;
        if (state.exporter() instanceof Ctypes ctypes) {
            int element = Formats.itemSize(ctypes.element());
            draft.add(new Step.Resize(object, state.length() + (1L + c.below(40)) * element));
        } else if (!draft.add(new Step.Release(object)) && resizable) {
            int itemsize = state.subject().layout().itemsize();
            long items = state.length() / itemsize;
            long wanted = c.onceIn(2) ? items + 1 + c.below(40) : c.below((int) items + 1);
            draft.add(new Step.Resize(object, (wanted == items ? items + 1 : wanted) * itemsize));
        }
    }

    private static void before(Draft draft, Choices c) {
        if (c.onceIn(3)) {
            another(draft, c);
            int steps = c.between(1, 3);
            for (int i = 0; i < steps; i++) {
                Noise.any(draft, c.below(2), c);
            }
        }
    }

    private static void quiet(Draft draft, Choices c) {
        if (c.onceIn(3)) {
            boolean elsewhere = c.onceIn(3);
            if (elsewhere && draft.object(1) == null) {
                another(draft, c);
            }
            Noise.harmless(draft, elsewhere ? 1 : 0, c);
        }
    }

    private static void after(Draft draft, Choices c) {
        if (c.onceIn(4)) {
            Noise.any(draft, 0, c);
            if (c.onceIn(4)) {
                draft.add(new Step.Drop(0));
            }
        }
    }

    /** A second object, so that nothing is confused with the first; now and then one over its memory. */
    private static void another(Draft draft, Choices c) {
        if (c.onceIn(4) && Shares.share(draft, c)) {
            return;
        }
        draft.add(Births.make(
                1, c.onceIn(2) ? new ByteArray(Lengths.any(c), Lengths.seed(c), false) : Want.ANY.make(c), c));
    }
}
