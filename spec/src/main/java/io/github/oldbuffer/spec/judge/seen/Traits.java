package io.github.oldbuffer.spec.judge.seen;

import io.github.oldbuffer.spec.scenario.Function;

/**
 * What there is in a case, as a set of bits: rules that need what is not there are not asked.
 *
 * <p>Most cases are short and of one or two functions, so that most rules have nothing to say about them.
 */
public final class Traits {

    /** Two calls or more that the contract speaks about. */
    public static final int SEVERAL_CALLS = 1 << 4;

    /** A request through the new protocol. */
    public static final int VIEW = 1 << 5;

    /** A resize, a release or a close. */
    public static final int EXCLUSIVE = 1 << 6;

    /** A byte written through a pointer. */
    public static final int POKE = 1 << 7;

    /** An object over the memory of another. */
    public static final int SHARED = 1 << 8;

    /** How many sets there are. */
    public static final int SETS = 1 << 9;

    private Traits() {}

    /** A call of the function that the contract speaks about. */
    public static int of(Function function) {
        return 1 << function.ordinal();
    }

    /** Whether all that is needed is there. */
    public static boolean include(int traits, int needed) {
        return (traits & needed) == needed;
    }
}
