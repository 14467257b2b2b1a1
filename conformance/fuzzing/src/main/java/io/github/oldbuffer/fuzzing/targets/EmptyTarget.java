package io.github.oldbuffer.fuzzing.targets;

/** Does nothing with its input: what a campaign's speed is held against. */
public final class EmptyTarget {

    private static final KitTarget TARGET = new KitTarget(input -> true);

    private EmptyTarget() {}

    /** Jazzer calls it first. */
    public static void fuzzerInitialize() {
        TARGET.begin();
    }

    /** Jazzer calls it with every input. */
    public static void fuzzerTestOneInput(byte[] input) {
        TARGET.run(input);
    }
}
