package io.github.oldbuffer.spec.facts;

import static io.github.oldbuffer.spec.facts.Subjects.require;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.BytesIoBuffer;
import io.github.oldbuffer.spec.exporter.Ctypes;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Library;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.Mmap;
import io.github.oldbuffer.spec.exporter.Pattern;
import io.github.oldbuffer.spec.exporter.PythonExpression;
import io.github.oldbuffer.spec.scenario.Born;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Told;

/**
 * The objects of a scenario while its steps go by, as a lawful implementation would have them.
 *
 * <p>Not a value: generators that build a scenario step by step ask {@link #tryStep}, everything else uses
 * {@link Facts}.
 */
public final class World {

    private static final int FUNCTIONS = Function.values().length;

    private final Slots<State> objects;
    /** For each view that is held: the number of its object. */
    private final Slots<Integer> views;
    /** For each object and function: the object when the pointer was returned that may be used now. */
    private final Slots<State> pointers;

    private int versions;

    /** Without objects. */
    public World() {
        objects = new Slots<>(2);
        views = new Slots<>(2);
        pointers = new Slots<>(2 * FUNCTIONS);
    }

    private World(World other) {
        objects = new Slots<>(other.objects);
        views = new Slots<>(other.views);
        pointers = new Slots<>(other.pointers);
        versions = other.versions;
    }

    /** A world that is as this one is now, and goes its own way. */
    public World copy() {
        return new World(this);
    }

    /** The object of a number, or {@code null} where there is none. */
    public State object(int number) {
        return objects.get(number);
    }

    /** Whether a view of this number is held; one that was refused is not. */
    public boolean viewInUse(int number) {
        return views.get(number) != null;
    }

    /** Whether a pointer that the function returned for the object may be used now. */
    public boolean hasPointer(Function function, int object) {
        return pointers.get(slot(function, object)) != null;
    }

    /** Takes the step if it makes sense, and says whether it did; nothing changes where it does not. */
    public boolean tryStep(Step step) {
        try {
            take(step);
            return true;
        } catch (InvalidException senseless) {
            return false;
        }
    }

    /**
     * Takes a step.
     *
     * @return what can be said about it beforehand
     * @throws InvalidException where it makes no sense; nothing has changed then
     */
    public Fact take(Step step) throws InvalidException {
        if (step instanceof Step.Call call) {
            return call(call);
        } else if (step instanceof Step.Make make) {
            return make(make);
        } else if (step instanceof Step.Peek peek) {
            return peek(peek);
        } else if (step instanceof Step.Poke poke) {
            return poke(poke);
        } else if (step instanceof Step.Change change) {
            return change(change);
        } else if (step instanceof Step.Resize resize) {
            return resize(resize);
        } else if (step instanceof Step.Release release) {
            return release(release);
        } else if (step instanceof Step.Acquire acquire) {
            return acquire(acquire);
        } else if (step instanceof Step.ReleaseView release) {
            return releaseView(release);
        } else if (step instanceof Step.Parse parse) {
            State state = lawful(parse.object());
            Request request = parse.code() == Step.Code.Y_STAR ? Request.SIMPLE : Request.WRITABLE;
            return new Fact.OfView(state, request, state.subject().granted(request));
        }
        if (step instanceof Step.Border border) {
            existing(border.object());
            return new Fact.Other();
        }
        return drop((Step.Drop) step);
    }

    private Fact make(Step.Make make) throws InvalidException {
        require(
                named(make.object()) && objects.get(make.object()) == null,
                "the object's number is in use or too large");
        Subject subject = Subjects.of(make.exporter());
        require(make.born() == Born.C || Born.inPython(make.exporter()), "Python code cannot make what only C makes");
        State state = new State(make.object(), subject, Contents.of(subject.memory(), subject.seed()), versions++, 0);
        objects.set(make.object(), state);
        return new Fact.OfMake(state);
    }

    /**
     * Takes note of what Python says of an object that has just been made.
     *
     * @return what can be said of its making then
     */
    Fact learn(Step.Make make, Told told) {
        Subject subject = Subjects.of((PythonExpression) make.exporter(), told);
        Contents contents = Contents.of(subject.length(), told.sample());
        State state = new State(make.object(), subject, contents, versions++, 0);
        objects.set(make.object(), state);
        return new Fact.OfMake(state);
    }

    private Fact call(Step.Call call) throws InvalidException {
        State state = existing(call.object());
        Subject subject = state.subject();
        Support support = call.function() == Function.WRITE ? subject.writable() : subject.readable();
        if (call.plain() && call.function().hasOutputs()) {
            boolean usable = (support == Support.YES || subject.unknown()) && subject.lawful();
            pointers.set(slot(call.function(), call.object()), usable ? state : null);
        }
        return new Fact.OfCall(state, support);
    }

    private Fact peek(Step.Peek peek) throws InvalidException {
        State state = existing(peek.object());
        require(peek.function().hasOutputs(), "PyObject_CheckReadBuffer returns no pointer to read through");
        require(hasPointer(peek.function(), peek.object()), "there is no pointer into living memory to read through");
        return new Fact.OfPeek(state, pointers.get(slot(peek.function(), peek.object())));
    }

    private Fact poke(Step.Poke poke) throws InvalidException {
        State state = existing(poke.object());
        require(hasPointer(Function.WRITE, poke.object()), "there is no pointer into living memory to write through");
        return changed(state, poke.offset(), poke.value());
    }

    private Fact change(Step.Change change) throws InvalidException {
        State state = existing(change.object());
        require(
                state.lawful() && (state.addressable() || state.subject().unknown()),
                "only memory in one segment of a lawful exporter is changed");
        require(state.subject().mutable(), "the object's memory cannot be changed");
        return changed(state, change.offset(), change.value());
    }

    private Fact changed(State state, long offset, int value) throws InvalidException {
        boolean unknown = state.subject().unknown();
        require(offset >= 0 && (offset < state.length() || unknown), "the offset lies outside the object's memory");
        require(value >= 0 && value <= 255, "a byte is 0 to 255");
        if (unknown) {
            return new Fact.OfChange(state, offset, value);
        }
        objects.set(state.object(), state.changed(offset, value));
        return new Fact.OfChange(state, offset, value);
    }

    private Fact resize(Step.Resize resize) throws InvalidException {
        State state = existing(resize.object());
        Exporter exporter = state.exporter();
        require(
                exporter instanceof ByteArray || exporter instanceof Array || exporter instanceof Ctypes,
                "only a bytearray, an array or a ctypes object is resized");
        require(
                !(exporter instanceof Ctypes ctypes) || resize.length() >= ctypes.length(),
                "a ctypes object is never shorter than its type");
        require(
                resize.length() >= 0 && resize.length() <= Pattern.SPARSE_ABOVE,
                "a length is 0 to " + Pattern.SPARSE_ABOVE + " bytes");
        require(
                state.subject().layout().shape().isEmpty()
                        || resize.length() % state.subject().layout().itemsize() == 0,
                "an array's length is a multiple of its item size");
        require(resize.length() != state.length(), "a resize changes the length");
        if (!state.exported()) {
            objects.set(state.object(), state.resized(resize.length(), versions++));
            forgetPointers(state.object());
        }
        return new Fact.OfExclusive(state);
    }

    private Fact release(Step.Release release) throws InvalidException {
        State state = existing(release.object());
        Exporter exporter = state.exporter();
        require(
                exporter instanceof MemoryView
                        || exporter instanceof BytesIoBuffer
                        || exporter instanceof Mmap
                        || exporter instanceof Library library && library.type().released(),
                "only a memoryview is released and only an mmap is closed");
        require(state.subject().hasMemory(), "the object is released already");
        if (!state.exported()) {
            objects.set(state.object(), state.released(versions++));
            forgetPointers(state.object());
        }
        return new Fact.OfExclusive(state);
    }

    private Fact acquire(Step.Acquire acquire) throws InvalidException {
        State state = lawful(acquire.object());
        require(named(acquire.view()) && views.get(acquire.view()) == null, "the view's number is in use or too large");
        Support support = state.subject().granted(acquire.request());
        boolean unknown = state.subject().unknown();
        require(
                support != Support.OPEN || unknown,
                "whether the request is granted is left open, so no step may depend on it");
        if (support == Support.YES || unknown) {
            views.set(acquire.view(), acquire.object());
            objects.set(acquire.object(), state.withViews(state.views() + 1));
        }
        return new Fact.OfView(state, acquire.request(), support);
    }

    private Fact releaseView(Step.ReleaseView release) throws InvalidException {
        require(named(release.view()) && views.get(release.view()) != null, "there is no such view");
        State state = objects.get(views.get(release.view()));
        views.set(release.view(), null);
        objects.set(state.object(), state.withViews(state.views() - 1));
        return new Fact.Other();
    }

    private Fact drop(Step.Drop drop) throws InvalidException {
        State state = existing(drop.object());
        require(!state.exported(), "an object is dropped after its views");
        objects.set(drop.object(), null);
        forgetPointers(drop.object());
        return new Fact.OfDrop(state);
    }

    private void forgetPointers(int object) {
        for (int i = 0; i < FUNCTIONS; i++) {
            pointers.set(object * FUNCTIONS + i, null);
        }
    }

    private static int slot(Function function, int object) {
        return object * FUNCTIONS + function.ordinal();
    }

    private State existing(int object) throws InvalidException {
        require(named(object) && objects.get(object) != null, "there is no object " + object);
        return objects.get(object);
    }

    private State lawful(int object) throws InvalidException {
        State state = existing(object);
        require(state.lawful(), "an unlawful exporter is reached only through the four functions");
        return state;
    }

    private static boolean named(int number) {
        return number >= 0 && number <= Scenario.MAX_NAME;
    }
}
