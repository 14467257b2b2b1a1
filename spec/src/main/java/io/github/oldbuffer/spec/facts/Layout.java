package io.github.oldbuffer.spec.facts;

import java.util.List;

/**
 * Where the items of an object lie in the memory that it stands on.
 *
 * @param start offset in bytes of the first item
 * @param itemsize in bytes
 * @param format in the syntax of the struct module, never {@code null}
 * @param shape items along each dimension
 * @param strides bytes between items along each dimension, as many as {@code shape} has
 * @param indirect whether the items are reached through pointers (suboffsets)
 * @param readonly whether the object offers its memory for reading only
 */
public record Layout(
        long start,
        int itemsize,
        String format,
        List<Long> shape,
        List<Long> strides,
        boolean indirect,
        boolean readonly) {

    /** How the memory is cut up, as far as the four functions care. */
    public enum Segments {
        /** One segment, in C order. */
        ONE,
        /** Strided, reversed, in Fortran order, or indirect. */
        MANY,
        /** No bytes at all, with strides or pointers that would make more than one segment of them: left open. */
        EMPTY_ODD
    }

    /** One dimension of items, one after the other. */
    static Layout line(long items, int itemsize, String format, boolean readonly) {
        return new Layout(0, itemsize, format, List.of(items), List.of((long) itemsize), false, readonly);
    }

    /** Items in C order, one after the other. */
    static Layout ordered(List<Long> shape, int itemsize, String format, boolean readonly) {
        Long[] strides = new Long[shape.size()];
        long stride = itemsize;
        for (int i = strides.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= shape.get(i);
        }
        return new Layout(0, itemsize, format, shape, List.of(strides), false, readonly);
    }

    public long items() {
        long items = 1;
        for (int i = 0; i < shape.size(); i++) {
            items *= shape.get(i);
        }
        return items;
    }

    /** Length of the memory in bytes. */
    public long length() {
        return items() * itemsize;
    }

    /** Bytes from the first item on to the lowest byte of any item: 0, or less where strides are negative. */
    public long low() {
        return reach(-1);
    }

    /** Bytes from the first item on to just behind the highest byte of any item. */
    public long high() {
        return items() == 0 ? 0 : reach(1) + itemsize;
    }

    private long reach(int sign) {
        long reach = 0;
        for (int i = 0; i < shape.size() && items() > 0; i++) {
            long far = (shape.get(i) - 1) * strides.get(i);
            reach += Long.signum(far) == sign ? far : 0;
        }
        return reach;
    }

    public Segments segments() {
        boolean ordered = !indirect;
        long expected = itemsize;
        for (int i = shape.size() - 1; i >= 0; i--) {
            long extent = shape.get(i);
            ordered &= extent == 1 || strides.get(i) == expected;
            expected *= extent;
        }
        if (ordered) {
            return Segments.ONE;
        }
        return items() == 0 ? Segments.EMPTY_ODD : Segments.MANY;
    }

    /** Whether it is one segment whose first index varies fastest: contiguous, but not in the order of C. */
    public boolean fortran() {
        long expected = itemsize;
        boolean ordered = !indirect && shape.size() > 1;
        for (int i = 0; i < shape.size(); i++) {
            ordered &= shape.get(i) == 1 || strides.get(i) == expected;
            expected *= shape.get(i);
        }
        return ordered;
    }

    /** The strides of C order for a shape. */
    static List<Long> orderedStrides(List<Long> shape, int itemsize) {
        Long[] strides = new Long[shape.size()];
        long stride = itemsize;
        for (int i = strides.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= shape.get(i);
        }
        return List.of(strides);
    }

    /** The same from another byte of the memory on. */
    Layout from(long first) {
        return new Layout(first, itemsize, format, shape, strides, indirect, readonly);
    }

    Layout asReadonly() {
        return new Layout(start, itemsize, format, shape, strides, indirect, true);
    }
}
