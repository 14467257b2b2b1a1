package io.github.oldbuffer.spec.exporter;

import java.util.List;

/**
 * How items lie in memory, in the terms of {@code Py_buffer}.
 *
 * @param offset of the first item from the start of the memory, in bytes
 * @param itemsize in bytes, at least 1
 * @param format in the syntax of the struct module; {@code null} for unsigned bytes
 * @param shape items along each dimension; empty for a single item of no dimensions
 * @param strides bytes from one item to the next along each dimension, possibly negative; {@code null} for C order
 * @param indirect whether the first dimension is an array of pointers to rows (suboffsets, as PIL has them)
 */
public record Geometry(
        long offset, int itemsize, String format, List<Long> shape, List<Long> strides, boolean indirect) {
    public Geometry {
        shape = List.copyOf(shape);
        strides = strides == null ? null : List.copyOf(strides);
    }

    /** One dimension of {@code length} unsigned bytes, from the start of the memory. */
    public static Geometry flat(long length) {
        return new Geometry(0, 1, null, List.of(length), null, false);
    }
}
