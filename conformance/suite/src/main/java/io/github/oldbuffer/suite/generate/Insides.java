package io.github.oldbuffer.suite.generate;

import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.facts.State;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Moment;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Sharing;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.Way;
import java.util.List;

/** Code of the scenario's own that runs inside a step: object 0 runs it, and object 1 is what it touches most often. */
final class Insides {

    private static final List<Function> FUNCTIONS = List.of(Function.values());
    private static final List<Way> APPENDING = List.of(Way.EXTEND, Way.ADD, Way.ASSIGN);
    private static final int VIEW = 0;

    private Insides() {}

    /** The function is called on an object whose class runs code amid the call; what that touched is called then. */
    static Program call(Function function) {
        return (draft, c) -> {
            other(draft, c);
            run(draft, 0, c);
            draft.call(function, 0);
            draft.call(c.onceIn(2) ? function : c.oneOf(FUNCTIONS), 1);
            if (c.onceIn(2)) {
                exclusive(draft, c);
            }
            draft.call(function, 0);
        };
    }

    /** A view of the other object is held while the code tries to move its memory, and given up then. */
    static Program pin() {
        return (draft, c) -> {
            other(draft, c);
            draft.add(new Step.Acquire(VIEW, 1, Request.SIMPLE));
            run(draft, 0, c);
            request(draft, c);
            draft.call(c.oneOf(FUNCTIONS), 1);
            draft.add(new Step.ReleaseView(VIEW));
            exclusive(draft, c);
        };
    }

    /** A memoryview is sliced, and code runs in the index. */
    static Program slice() {
        return (draft, c) -> {
            if (!Shares.share(draft, c)) {
                return;
            }
            int acts = c.below(3);
            for (int i = 0; i < acts; i++) {
                draft.add(new Step.Within(1, Moment.INDEX, c.onceIn(2) ? new Step.Release(1) : touch(draft, 0, c)));
            }
            State view = draft.object(1);
            long start = view == null ? 0 : c.below((int) Math.min(view.length(), 8) + 1);
            draft.add(new Step.Share(2, 1, Sharing.SLICE, start));
            draft.call(c.oneOf(FUNCTIONS), 2);
            draft.call(c.oneOf(FUNCTIONS), c.below(3));
        };
    }

    /** What the code touches: something that can be resized or released, or a bytearray with a memoryview over it. */
    private static void other(Draft draft, Choices c) {
        draft.add(Births.make(1, (c.onceIn(2) ? Want.RESIZABLE : Want.RELEASABLE).make(c), c));
    }

    /** Resizes or releases the other object, unless the code dropped it or nothing is known of it any more. */
    private static void exclusive(Draft draft, Choices c) {
        State state = draft.object(1);
        if (state != null && state.subject().hasMemory()) {
            Programs.exclusive(draft, 1, c);
        }
    }

    /** Lays one or two things down that run in the methods of a class. */
    private static void run(Draft draft, int object, Choices c) {
        boolean releases = draft.object(object).exporter() instanceof PythonClass python && python.releases();
        int acts = c.between(1, 2);
        for (int i = 0; i < acts; i++) {
            boolean release = releases && c.onceIn(2);
            boolean own = release
                    && c.onceIn(3)
                    && draft.object(object).exporter() instanceof PythonClass python
                    && python.base() instanceof ByteArray;
            Step inside = own ? new Step.Resize(object, c.below(40)) : touch(draft, 1, c);
            draft.add(new Step.Within(object, release ? Moment.RELEASE : Moment.BUFFER, inside));
        }
    }

    private static Step touch(Draft draft, int object, Choices c) {
        State state = draft.object(object);
        return switch (c.below(6)) {
            case 0 -> Step.Call.of(c.oneOf(FUNCTIONS), c.onceIn(3) ? 0 : object);
            case 1 -> new Step.Drop(object);
            case 2 -> new Step.Release(object);
            default -> {
                int itemsize = state != null && state.subject().hasMemory()
                        ? state.subject().layout().itemsize()
                        : 1;
                yield state != null && !(state.exporter() instanceof ByteArray) && c.onceIn(2)
                        ? new Step.Release(object)
                        : new Step.Resize(object, (long) itemsize * c.below(40));
            }
        };
    }

    /** Asks object 0 for its memory in one of the ways in which that is given back at once, or soon. */
    private static void request(Draft draft, Choices c) {
        switch (c.below(4)) {
            case 0 -> draft.add(new Step.Parse(0, Step.Code.Y_STAR));
            case 1 -> {
                draft.add(new Step.Acquire(VIEW + 1, 0, Request.SIMPLE));
                draft.add(new Step.ReleaseView(VIEW + 1));
            }
            case 2 -> {
                draft.add(Births.make(2, new ByteArray(c.below(9), 1, false), c));
                draft.add(new Step.Append(2, 0, c.oneOf(APPENDING)));
                draft.call(Function.READ, 2);
            }
            default -> draft.call(c.oneOf(FUNCTIONS), 0);
        }
    }
}
