package io.github.oldbuffer.suite.generate;

import io.github.oldbuffer.spec.facts.State;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Step;
import java.util.List;

/** Steps that a clause does not ask for: what it states has to hold whatever else goes on. */
final class Noise {

    private static final List<Function> FUNCTIONS = List.of(Function.values());
    private static final List<Function> WITH_OUTPUTS = List.of(Function.CHAR, Function.READ, Function.WRITE);
    /** Views that noise acquires, apart from those of the programs. */
    private static final int FIRST_VIEW = 8;

    /** Those of NEW-1, NEW-2 and NEW-5, and what any consumer can follow; NEW-7 to NEW-9 ask for all that there are. */
    private static final List<Request> REQUESTS =
            List.of(Request.SIMPLE, Request.WRITABLE, Request.STRIDES, Request.FULL, Request.FULL_RO);

    private Noise() {}

    /** A step on the object that leaves it as it is: calls, views, reads through pointers. */
    static void harmless(Draft draft, int object, Choices c) {
        switch (c.below(6)) {
            case 0 -> draft.add(new Step.Parse(object, c.onceIn(2) ? Step.Code.Y_STAR : Step.Code.W_STAR));
            case 1 -> view(draft, object, c);
            case 2 -> draft.add(new Step.Peek(c.oneOf(WITH_OUTPUTS), object));
            default -> draft.call(c.oneOf(FUNCTIONS), object);
        }
    }

    /** Any step on the object, those included that change, move or release its memory. */
    static void any(Draft draft, int object, Choices c) {
        switch (c.below(8)) {
            case 0 -> change(draft, object, c);
            case 1 -> poke(draft, object, c);
            case 2 -> {
                if (draft.object(object) == null || !c.onceIn(2) || !Shares.resize(draft, object, c)) {
                    draft.add(new Step.Resize(object, Lengths.any(c)));
                }
            }
            case 3 -> releaseView(draft, c);
            case 4 -> {
                if (c.onceIn(4)) {
                    draft.add(new Step.Release(object));
                }
            }
            default -> harmless(draft, object, c);
        }
    }

    static boolean change(Draft draft, int object, Choices c) {
        long offset = offset(draft, object, c);
        return offset >= 0 && draft.add(new Step.Change(object, offset, c.below(256)));
    }

    static boolean poke(Draft draft, int object, Choices c) {
        long offset = offset(draft, object, c);
        return offset >= 0 && draft.add(new Step.Poke(object, offset, c.below(256)));
    }

    /** An offset that samples show, in or at an end of the object's memory; -1 where there is none. */
    private static long offset(Draft draft, int object, Choices c) {
        State state = draft.object(object);
        if (state == null || state.length() == 0) {
            return -1;
        }
        long length = state.length();
        return switch (c.below(3)) {
            case 0 -> length - 1 - c.below((int) Math.min(length, 24));
            case 1 -> 0;
            default -> c.below((int) Math.min(length, 24));
        };
    }

    private static void view(Draft draft, int object, Choices c) {
        int view = FIRST_VIEW + c.below(4);
        if (!draft.viewInUse(view)) {
            draft.add(new Step.Acquire(view, object, c.oneOf(REQUESTS)));
        } else {
            draft.add(new Step.ReleaseView(view));
        }
    }

    private static void releaseView(Draft draft, Choices c) {
        draft.add(new Step.ReleaseView(FIRST_VIEW + c.below(4)));
    }
}
