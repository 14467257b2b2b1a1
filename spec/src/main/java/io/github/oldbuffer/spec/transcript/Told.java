package io.github.oldbuffer.spec.transcript;

import java.util.List;

/**
 * What Python says of the memory of an object that a scenario gives by an expression: {@code memoryview(x)}.
 *
 * @param memory what is known
 * @param readonly whether Python may not write there
 * @param itemsize in bytes
 * @param format in the syntax of the struct module
 * @param shape items along each dimension
 * @param strides bytes between items along each dimension, as many as {@code shape} has
 * @param indirect whether the items are reached through pointers
 * @param sample of the items' bytes, one after the other in C order
 */
public record Told(
        Memory memory,
        boolean readonly,
        int itemsize,
        String format,
        List<Long> shape,
        List<Long> strides,
        boolean indirect,
        Sample sample) {

    /** The most dimensions, as Python has it. */
    public static final int DIMENSIONS = 64;

    /** It has no memory to offer. */
    public static final Told NONE = without(Memory.NONE);

    /** It may have memory; a memoryview of it is refused. */
    public static final Told UNKNOWN = without(Memory.UNKNOWN);

    /** Whether an object has memory. */
    public enum Memory {
        /** As the other components say. */
        SOME,
        NONE,
        UNKNOWN
    }

    public Told {
        shape = List.copyOf(shape);
        strides = List.copyOf(strides);
    }

    private static Told without(Memory memory) {
        return new Told(memory, false, 1, "B", List.of(), List.of(), false, Sample.NONE);
    }
}
