package io.github.oldbuffer.model.exporter;

import io.github.oldbuffer.model.machine.BufferView;
import io.github.oldbuffer.model.machine.Contiguity;
import io.github.oldbuffer.model.machine.Exceptions;
import io.github.oldbuffer.model.machine.PythonException;
import io.github.oldbuffer.spec.exporter.Formats;
import io.github.oldbuffer.spec.exporter.ViewOperation.Cast;
import java.util.Arrays;
import java.util.List;

/** Casts a complete view to another format and shape, with the restrictions of {@code memoryview.cast}. */
final class Casts {

    private Casts() {}

    /**
     * The cast view.
     *
     * @param contiguous whether {@code view} is in C order
     * @throws PythonException TypeError or ValueError where memoryview refuses
     */
    static BufferView cast(BufferView view, boolean contiguous, Cast cast) {
        List<Long> shape = cast.shape();
        if (!contiguous) {
            throw typeError("memoryview: casts are restricted to C-contiguous views");
        }
        if ((shape != null || view.ndim() != 1) && Arrays.stream(view.shape()).anyMatch(items -> items == 0)) {
            throw typeError("memoryview: cannot cast view with zeros in shape or strides");
        }
        if (shape != null && view.ndim() != 1 && shape.size() != 1) {
            throw typeError("memoryview: cast must be 1D -> ND or ND -> 1D");
        }
        BufferView flat = flat(view, cast.format());
        return shape == null ? flat : shaped(flat, shape);
    }

    /** One dimension of items of the new format. */
    private static BufferView flat(BufferView view, char format) {
        if (!Formats.castable(format) && "?nN".indexOf(format) < 0) {
            throw new PythonException(Exceptions.valueError("memoryview: destination format must be a native single"
                    + " character format prefixed with an optional '@'"));
        }
        if (!bytesFormat(view.format()) && !bytesFormat(String.valueOf(format))) {
            throw typeError("memoryview: cannot cast between two non-byte formats");
        }
        int itemsize = Formats.itemSize(format);
        if (view.len() % itemsize != 0) {
            throw typeError("memoryview: length is not a multiple of itemsize");
        }
        return with(view, itemsize, String.valueOf(format), new long[] {view.len() / itemsize});
    }

    private static BufferView shaped(BufferView flat, List<Long> shape) {
        long[] items = shape.stream().mapToLong(Long::longValue).toArray();
        if (Arrays.stream(items).anyMatch(count -> count <= 0)) {
            throw new PythonException(
                    Exceptions.valueError("memoryview.cast(): elements of shape must be integers > 0"));
        }
        if (overflows(flat.itemsize(), items)) {
            throw new PythonException(Exceptions.valueError("memoryview.cast(): product(shape) > SSIZE_MAX"));
        }
        if (Contiguity.bytes(flat.itemsize(), items) != flat.len()) {
            throw typeError("memoryview: product(shape) * itemsize != buffer size");
        }
        return with(flat, flat.itemsize(), flat.format(), items);
    }

    private static BufferView with(BufferView view, long itemsize, String format, long[] shape) {
        return new BufferView(
                null,
                view.buf(),
                view.len(),
                view.readonly(),
                itemsize,
                format,
                shape.length,
                shape,
                Contiguity.cStrides(itemsize, shape),
                null,
                null);
    }

    private static boolean overflows(long itemsize, long[] shape) {
        long bytes = itemsize;
        for (long items : shape) {
            if (items > Long.MAX_VALUE / bytes) {
                return true;
            }
            bytes *= items;
        }
        return false;
    }

    private static boolean bytesFormat(String format) {
        return format.equals("B") || format.equals("b") || format.equals("c");
    }

    private static PythonException typeError(String message) {
        return new PythonException(Exceptions.typeError(message));
    }
}
