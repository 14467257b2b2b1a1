package io.github.oldbuffer.spec.facts;

import static io.github.oldbuffer.spec.facts.Subjects.require;

import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Pattern;
import io.github.oldbuffer.spec.scenario.Moment;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.StepSubject;
import io.github.oldbuffer.spec.scenario.Way;
import java.util.List;

/** What code of the scenario's own, laid down before, does to a world when its moment comes. */
final class Insides {

    /** The most bytes that are appended at once. */
    private static final int MAX_APPENDED = 64;

    private Insides() {}

    /** An object is asked for its memory, and given it back at once where it granted it. */
    static Inside askedAndReleased(World world, State state, Support support) throws InvalidException {
        if (world.armed().isEmpty()) {
            return Inside.NOTHING;
        }
        Inside asked = run(world, state.object(), Moment.BUFFER);
        require(
                support != Support.OPEN || !world.armed().in(state.object(), Moment.RELEASE),
                "whether the request is granted is left open, so nothing may run in its release");
        return support == Support.YES ? asked.then(run(world, state.object(), Moment.RELEASE)) : asked;
    }

    static Inside run(World world, int object, Moment moment) throws InvalidException {
        Inside all = Inside.NOTHING;
        for (Step.Within each : world.fired(object, moment)) {
            all = all.then(ran(world, object, each.inside()));
        }
        return all;
    }

    private static Inside ran(World world, int object, Step inside) throws InvalidException {
        if (inside instanceof Step.Resize resize && resize.object() == object) {
            State state = world.object(object);
            require(resize.length() != state.length(), "a resize changes the length");
            require(resize.length() <= Pattern.SPARSE_ABOVE, "a length is 0 to " + Pattern.SPARSE_ABOVE + " bytes");
            if (!state.exported()) {
                world.moved(state.resized(resize.length(), world.newVersion()));
            }
            return new Inside(List.of(new Inside.Act(object, !state.exported())), true);
        }
        if (inside instanceof Step.Call call) {
            require(!world.armed().inRequests(call.object()), "what is called inside a step has nothing to run itself");
            world.existing(call.object());
            // nobody keeps the pointer
            return Inside.of(call.object(), true);
        }
        Fact fact = world.happen(inside);
        boolean succeeds =
                !(fact instanceof Fact.OfExclusive step) || !step.state().exported();
        return Inside.of(StepSubject.named(inside), succeeds);
    }

    /**
     * Runs what there is to run while a memoryview is sliced; of what it touches nothing is known then, for a runtime may
     * hold the memoryview before it looks at the bound or afterwards.
     *
     * @return whether anything was touched
     */
    static boolean runOpenly(World world, int object) throws InvalidException {
        boolean touched = false;
        for (Step.Within each : world.fired(object, Moment.INDEX)) {
            int target = StepSubject.named(each.inside());
            ran(world, object, each.inside());
            if (!(each.inside() instanceof Step.Call) && world.object(target) != null) {
                world.moved(world.object(target).unknown(world.newVersion()));
                touched = true;
            }
        }
        return touched;
    }

    static Fact append(World world, Step.Append append) throws InvalidException {
        State target = world.existing(append.object());
        State source = world.lawful(append.of());
        require(target.exporter() instanceof ByteArray, "only a bytearray is appended to");
        require(append.object() != append.of(), "an object is not appended to itself");
        require(
                append.way() == Way.EXTEND || append.way() == Way.ADD || append.way() == Way.ASSIGN,
                "an object is appended by extend, += or an assignment to a slice");
        require(target.subject().hasMemory(), "nothing is known of the object any more");
        require(!world.looselyPinned(append.object()), "whether what was dropped still pins the object is left open");
        require(source.subject().readable() == Support.YES, "only memory in one segment is appended");
        require(
                source.length() >= 1 && source.length() <= MAX_APPENDED,
                "1 to " + MAX_APPENDED + " bytes are appended");
        long length = target.length() + source.length();
        require(length <= Pattern.SPARSE_ABOVE, "a length is 0 to " + Pattern.SPARSE_ABOVE + " bytes");
        State before = world.object(append.object());
        Inside inside = askedAndReleased(world, source, Support.YES);
        State after = world.object(append.object());
        require(after != null, "what is appended to stays");
        if (after != before) {
            world.moved(after.unknown(world.newVersion()));
            return new Fact.Open(inside);
        }
        if (!target.exported()) {
            State longer = target.resized(length, world.newVersion());
            for (int i = 0; i < source.length(); i++) {
                longer = longer.changed(target.length() + i, source.byteAt(i));
            }
            world.moved(longer);
        }
        return new Fact.OfExclusive(target, inside);
    }
}
