package io.github.oldbuffer.spec.facts;

import static io.github.oldbuffer.spec.facts.Subjects.require;

import io.github.oldbuffer.spec.exporter.Geometry;
import java.util.List;

/** Turns a scripted exporter's geometry into a layout, and refuses one that leaves the exporter's memory. */
final class Geometries {

    private static final int MAX_DIMENSIONS = 8;
    private static final int MAX_FORMAT = 16;
    private static final long MAX_ROWS = 4_096;

    private Geometries() {}

    static Layout layout(Geometry geometry, long memory, boolean readonly) throws InvalidException {
        List<Long> shape = geometry.shape();
        require(geometry.itemsize() >= 1, "an item has at least 1 byte");
        require(shape.size() <= MAX_DIMENSIONS, "a shape has at most " + MAX_DIMENSIONS + " dimensions");
        String format = geometry.format();
        require(
                format == null
                        || (!format.isEmpty()
                                && format.length() <= MAX_FORMAT
                                && format.chars().allMatch(c -> c > ' ' && c < 127)),
                "a format has 1 to " + MAX_FORMAT + " printable ASCII characters");
        long length = length(shape, geometry.itemsize());
        List<Long> strides = geometry.strides();
        require(strides == null || strides.size() == shape.size(), "there are as many strides as dimensions");
        if (geometry.indirect()) {
            require(!shape.isEmpty() && strides == null, "indirect memory has a dimension and no strides of its own");
            require(shape.get(0) <= MAX_ROWS, "indirect memory has at most " + MAX_ROWS + " rows");
            require(geometry.offset() == 0 && length <= memory, "the items lie inside the memory");
        }
        List<Long> steps = strides == null ? Layout.orderedStrides(shape, geometry.itemsize()) : strides;
        inside(geometry, steps, length, memory);
        return new Layout(
                geometry.offset(),
                geometry.itemsize(),
                format == null ? "B" : format,
                shape,
                steps,
                geometry.indirect(),
                readonly);
    }

    /** Bytes of all items; extents beside a 0 count too, so that no stride of C order overflows. */
    private static long length(List<Long> shape, int itemsize) throws InvalidException {
        long span = itemsize;
        for (long extent : shape) {
            require(extent >= 0 && extent <= Subjects.MAX_LENGTH, "an extent is 0 to 2^40");
            long times = Math.max(extent, 1);
            require(span <= Subjects.MAX_LENGTH / times, "a shape describes at most 2^40 bytes");
            span *= times;
        }
        return shape.contains(0L) ? 0 : span;
    }

    private static void inside(Geometry geometry, List<Long> strides, long length, long memory)
            throws InvalidException {
        long first = geometry.offset();
        long last = geometry.offset();
        require(first >= 0 && first <= memory, "the items lie inside the memory");
        for (int i = 0; i < strides.size(); i++) {
            long stride = strides.get(i);
            require(Math.abs(stride) <= Subjects.MAX_LENGTH && stride != Long.MIN_VALUE, "a stride is at most 2^40");
            if (length > 0) {
                long steps = geometry.shape().get(i) - 1;
                require(steps == 0 || Math.abs(stride) <= memory / steps, "the items lie inside the memory");
                first += Math.min(stride * steps, 0);
                last += Math.max(stride * steps, 0);
                require(first >= 0 && last <= memory, "the items lie inside the memory");
            }
        }
        require(length == 0 || last + geometry.itemsize() <= memory, "the items lie inside the memory");
    }
}
