package io.github.oldbuffer.model.exporter;

import io.github.oldbuffer.model.machine.BufferView;
import io.github.oldbuffer.model.machine.Contiguity;
import io.github.oldbuffer.spec.exporter.ViewOperation.Slice;

/** Slices a complete view along its first dimension, as {@code memoryview} does. */
final class Slices {

    private Slices() {}

    /** The sliced view; {@code view} has at least one dimension. */
    static BufferView slice(BufferView view, Slice slice) {
        long items = view.shape()[0];
        // Python clamps the step so that its negation cannot overflow
        long step = Math.max(slice.step(), -Long.MAX_VALUE);
        boolean backwards = step < 0;
        long start = bound(slice.start(), backwards ? Long.MAX_VALUE : 0, items, backwards);
        long stop = bound(slice.stop(), backwards ? Long.MIN_VALUE : Long.MAX_VALUE, items, backwards);

        long[] shape = view.shape().clone();
        long[] strides = view.strides().clone();
        shape[0] = count(start, stop, step);
        strides[0] = view.strides()[0] * step;
        return new BufferView(
                null,
                view.buf() == null ? null : view.buf().plus(view.strides()[0] * start),
                Contiguity.bytes(view.itemsize(), shape),
                view.readonly(),
                view.itemsize(),
                view.format(),
                view.ndim(),
                shape,
                strides,
                view.suboffsets(),
                null);
    }

    /** A bound of a slice as an index: from -1 (only backwards) to {@code items}. */
    private static long bound(Long given, long leftOut, long items, boolean backwards) {
        long bound = given == null ? leftOut : given;
        if (bound < 0) {
            bound += items;
            return bound < 0 ? (backwards ? -1 : 0) : bound;
        }
        return bound >= items ? (backwards ? items - 1 : items) : bound;
    }

    /** How many items lie between two indices. */
    private static long count(long start, long stop, long step) {
        if (step < 0) {
            return stop < start ? (start - stop - 1) / -step + 1 : 0;
        }
        return start < stop ? (stop - start - 1) / step + 1 : 0;
    }
}
