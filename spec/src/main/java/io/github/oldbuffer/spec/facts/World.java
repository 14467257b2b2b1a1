package io.github.oldbuffer.spec.facts;

import static io.github.oldbuffer.spec.facts.Subjects.require;

import io.github.oldbuffer.spec.exporter.MadeOfBytes;
import io.github.oldbuffer.spec.exporter.PythonExpression;
import io.github.oldbuffer.spec.scenario.Born;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Moment;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Sharing;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.StepSubject;
import io.github.oldbuffer.spec.transcript.Told;
import java.util.List;

/**
 * The objects of a scenario while its steps go by, as a lawful implementation would have them.
 *
 * <p>Not a value: generators that build a scenario step by step ask {@link #tryStep}, everything else uses
 * {@link Facts}.
 */
public final class World {

    private static final int FUNCTIONS = Function.values().length;

    private Slots<State> objects;
    /** For each view that is held: the number of its object. */
    private Slots<Integer> views;
    /** For each object and function: the object when the pointer was returned that may be used now. */
    private Slots<State> pointers;

    /** For each object that stands on the memory of another: the number of that. */
    private Slots<Integer> bases;
    /** Whether one was dropped that pinned the object, and may still do so until references are collected. */
    private Slots<Boolean> loose;

    private Armed armed = Armed.NOTHING;

    private boolean sharing;
    private int versions;

    /** Without objects. */
    public World() {
        objects = new Slots<>(2);
        views = new Slots<>(2);
        pointers = new Slots<>(2 * FUNCTIONS);
        bases = new Slots<>(0);
        loose = new Slots<>(0);
    }

    private World(World other) {
        objects = new Slots<>(other.objects);
        views = new Slots<>(other.views);
        pointers = new Slots<>(other.pointers);
        bases = new Slots<>(other.bases);
        loose = new Slots<>(other.loose);
        sharing = other.sharing;
        versions = other.versions;
        armed = other.armed;
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
        if (armed.isEmpty()) {
            return happen(step);
        }
        World before = copy();
        try {
            return happen(step);
        } catch (InvalidException senseless) {
            become(before);
            throw senseless;
        }
    }

    private void become(World other) {
        objects = other.objects;
        views = other.views;
        pointers = other.pointers;
        bases = other.bases;
        loose = other.loose;
        armed = other.armed;
        sharing = other.sharing;
        versions = other.versions;
    }

    Fact happen(Step step) throws InvalidException {
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
            require(
                    parse.code().pins() || !armed.inRequests(parse.object()),
                    "whether a code without a star asks the object is left open, so nothing may run in it");
            Support support = Codes.support(parse.code(), state.subject());
            Request request = Codes.request(parse.code());
            return new Fact.OfView(state, request, support, Insides.askedAndReleased(this, state, support));
        }
        if (step instanceof Step.Share share) {
            return share(share);
        }
        if (step instanceof Step.Append append) {
            return Insides.append(this, append);
        }
        if (step instanceof Step.Within within) {
            return within(within);
        }
        if (step instanceof Step.Border border) {
            existing(border.object());
            return Fact.Other.NOTHING;
        }
        return drop((Step.Drop) step);
    }

    private Fact make(Step.Make make) throws InvalidException {
        require(
                named(make.object()) && objects.get(make.object()) == null,
                "the object's number is in use or too large");
        Subject subject = Subjects.of(make.exporter());
        require(make.born() == Born.C || Born.inPython(make.exporter()), "Python code cannot make what only C makes");
        State state =
                new State(make.object(), subject, Contents.of(subject.memory(), subject.seed()), versions++, 0, 0);
        objects.set(make.object(), state);
        return new Fact.OfMake(state);
    }

    private Fact share(Step.Share share) throws InvalidException {
        require(
                named(share.object()) && objects.get(share.object()) == null,
                "the object's number is in use or too large");
        State over = lawful(share.of());
        boolean slice = share.sharing() == Sharing.SLICE;
        require(
                slice == (bases.get(share.of()) != null),
                slice
                        ? "only a memoryview over the memory of another object is sliced"
                        : "what stands on the memory of another is not shared itself");
        Subject subject = Sharings.of(share, over.subject());
        Integer root = slice ? bases.get(share.of()) : Integer.valueOf(share.of());
        boolean open = slice && armed.in(share.of(), Moment.INDEX) && Insides.runOpenly(this, share.of());
        State state =
                new State(share.object(), open ? subject.asUnknown() : subject, over.contents(), versions++, 0, 0);
        objects.set(share.object(), state);
        bases.set(share.object(), root);
        sharing = true;
        State base = objects.get(root);
        if (share.sharing().pins() && base != null) {
            objects.set(root, base.withSharers(base.sharers() + 1));
        }
        return new Fact.OfMake(state);
    }

    /** Lays down what runs inside a later step. */
    private Fact within(Step.Within within) throws InvalidException {
        State state = existing(within.object());
        existing(StepSubject.named(within.inside()));
        armed = armed.with(within, state, bases.get(within.object()) != null);
        return Fact.Other.NOTHING;
    }

    /** Forgets that an object stands on the memory of another. */
    private void unshare(int object, boolean released) {
        Integer base = bases.get(object);
        State pinned = base == null ? null : objects.get(base);
        if (pinned != null && pinned.sharers() > 0) {
            objects.set(base, pinned.withSharers(pinned.sharers() - 1));
            loose.set(base, released ? loose.get(base) : Boolean.TRUE);
        }
        bases.set(object, null);
    }

    private boolean shared(int object) {
        for (int i = 0; i <= Scenario.MAX_NAME; i++) {
            if (bases.get(i) != null && bases.get(i) == object) {
                return true;
            }
        }
        return false;
    }

    /** What changes in one object changes in all that stand on the same memory. */
    private void spread(State changed) {
        Integer base = bases.get(changed.object());
        int root = base == null ? changed.object() : base;
        for (int i = 0; i <= Scenario.MAX_NAME; i++) {
            State other = objects.get(i);
            if (other != null && (i == root || bases.get(i) != null && bases.get(i) == root)) {
                objects.set(i, other.withContents(changed.contents()));
            }
        }
    }

    /**
     * Takes note of what Python says of an object that has just been made.
     *
     * @return what can be said of its making then
     */
    Fact learn(Step.Make make, Told told) {
        Subject subject = Subjects.of((PythonExpression) make.exporter(), told);
        Contents contents = Contents.of(subject.length(), told.sample());
        State state = new State(make.object(), subject, contents, versions++, 0, 0);
        objects.set(make.object(), state);
        return new Fact.OfMake(state);
    }

    private Fact call(Step.Call call) throws InvalidException {
        State state = existing(call.object());
        Subject subject = state.subject();
        Support support = call.function() == Function.WRITE ? subject.writable() : subject.readable();
        Inside inside = Inside.NOTHING;
        if (armed.inRequests(call.object())) {
            require(call.plain(), "nothing runs inside a call with NULL or a pending exception");
            inside = Insides.askedAndReleased(this, state, support);
        }
        if (call.plain() && call.function().hasOutputs()) {
            boolean usable = (support == Support.YES || subject.unknown()) && subject.lawful() && !inside.gone();
            pointers.set(slot(call.function(), call.object()), usable ? state : null);
        }
        return new Fact.OfCall(state, support, inside);
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
        State changed = state.changed(offset, value);
        objects.set(state.object(), changed);
        if (sharing) {
            spread(changed);
        }
        return new Fact.OfChange(state, offset, value);
    }

    private Fact resize(Step.Resize resize) throws InvalidException {
        State state = existing(resize.object());
        Exclusives.checkResized(resize, state, bases.get(resize.object()) != null, loose.get(resize.object()) != null);
        if (state.exporter() instanceof MadeOfBytes made && made.ofStream()) {
            // the buffer itself pins the stream
            return new Fact.OfExclusive(state.withSharers(1));
        }
        if (!state.exported()) {
            objects.set(state.object(), state.resized(resize.length(), versions++));
            forgetPointers(state.object());
        }
        return new Fact.OfExclusive(state);
    }

    private Fact release(Step.Release release) throws InvalidException {
        State state = existing(release.object());
        Exclusives.checkReleased(state, bases.get(release.object()) != null, loose.get(release.object()) != null);
        if (!state.exported()) {
            objects.set(state.object(), state.released(versions++));
            unshare(state.object(), true);
            forgetPointers(state.object());
        }
        return new Fact.OfExclusive(state);
    }

    private Fact acquire(Step.Acquire acquire) throws InvalidException {
        State state = lawful(acquire.object());
        require(named(acquire.view()) && views.get(acquire.view()) == null, "the view's number is in use or too large");
        Support support = state.subject().granted(acquire.request());
        Inside asked = Insides.run(this, acquire.object(), Moment.BUFFER);
        boolean unknown = state.subject().unknown();
        require(
                support != Support.OPEN || unknown,
                "whether the request is granted is left open, so no step may depend on it");
        if (support == Support.YES || unknown) {
            views.set(acquire.view(), acquire.object());
            objects.set(acquire.object(), state.withViews(state.views() + 1));
        }
        return new Fact.OfView(state, acquire.request(), support, asked);
    }

    private Fact releaseView(Step.ReleaseView release) throws InvalidException {
        require(named(release.view()) && views.get(release.view()) != null, "there is no such view");
        State state = objects.get(views.get(release.view()));
        views.set(release.view(), null);
        objects.set(state.object(), state.withViews(state.views() - 1));
        Inside released = Insides.run(this, state.object(), Moment.RELEASE);
        return released == Inside.NOTHING ? Fact.Other.NOTHING : new Fact.Other(released);
    }

    private Fact drop(Step.Drop drop) throws InvalidException {
        State state = existing(drop.object());
        require(!state.exported(), "an object is dropped after its views");
        require(!sharing || !shared(drop.object()), "an object is dropped after those that stand on its memory");
        require(!armed.needs(drop.object()), "an object is dropped after what is to run in it, or to be done to it");
        objects.set(drop.object(), null);
        unshare(drop.object(), !state.subject().hasMemory());
        loose.set(drop.object(), null);
        forgetPointers(drop.object());
        return new Fact.OfDrop(state);
    }

    Armed armed() {
        return armed;
    }

    /** Takes off the list what runs in a method of an object. */
    List<Step.Within> fired(int object, Moment moment) {
        List<Step.Within> now = armed.isEmpty() ? List.of() : armed.now(object, moment);
        armed = now.isEmpty() ? armed : armed.without(now);
        return now;
    }

    /** Puts what became of an object in its place, without the pointers into what it was. */
    void moved(State state) {
        objects.set(state.object(), state);
        forgetPointers(state.object());
    }

    int newVersion() {
        return versions++;
    }

    boolean looselyPinned(int object) {
        return loose.get(object) != null;
    }

    private void forgetPointers(int object) {
        for (int i = 0; i < FUNCTIONS; i++) {
            pointers.set(object * FUNCTIONS + i, null);
        }
    }

    private static int slot(Function function, int object) {
        return object * FUNCTIONS + function.ordinal();
    }

    State existing(int object) throws InvalidException {
        require(named(object) && objects.get(object) != null, "there is no object " + object);
        return objects.get(object);
    }

    State lawful(int object) throws InvalidException {
        State state = existing(object);
        require(state.lawful(), "an unlawful exporter is reached only through the four functions");
        return state;
    }

    private static boolean named(int number) {
        return number >= 0 && number <= Scenario.MAX_NAME;
    }
}
