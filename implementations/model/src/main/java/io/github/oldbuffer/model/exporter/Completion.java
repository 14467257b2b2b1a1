package io.github.oldbuffer.model.exporter;

import io.github.oldbuffer.model.machine.BufferView;
import io.github.oldbuffer.model.machine.Contiguity;

/** Fills in what an exporter left out of a view, as a memoryview does when it is made. */
final class Completion {

    private Completion() {}

    /** The same view with format, shape and strides always there, and without an owner. */
    static BufferView complete(BufferView view) {
        String format = view.format() == null ? "B" : view.format();
        long[] shape = shape(view);
        long[] strides = view.ndim() > 0 && view.strides() != null
                ? view.strides()
                : Contiguity.cStrides(view.itemsize(), shape);
        return new BufferView(
                null,
                view.buf(),
                view.len(),
                view.readonly(),
                view.itemsize(),
                format,
                view.ndim(),
                shape,
                strides,
                view.ndim() == 0 ? null : view.suboffsets(),
                null);
    }

    private static long[] shape(BufferView view) {
        if (view.ndim() == 0) {
            return new long[0];
        }
        return view.shape() != null ? view.shape() : new long[] {view.len() / view.itemsize()};
    }
}
