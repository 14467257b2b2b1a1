package io.github.oldbuffer.spec.facts;

import static io.github.oldbuffer.spec.facts.Subjects.require;

import io.github.oldbuffer.spec.exporter.Formats;
import io.github.oldbuffer.spec.exporter.ViewOperation;
import io.github.oldbuffer.spec.exporter.ViewOperation.Cast;
import io.github.oldbuffer.spec.exporter.ViewOperation.Slice;
import io.github.oldbuffer.spec.facts.Layout.Segments;
import java.util.ArrayList;
import java.util.List;

/** What the operations of a memoryview do to a layout, with Python's own restrictions. */
final class Views {

    private static final List<String> BYTE_FORMATS = List.of("b", "B", "c");

    private Views() {}

    static Layout apply(ViewOperation operation, Layout layout) throws InvalidException {
        if (operation instanceof Slice slice) {
            return slice(slice, layout);
        } else if (operation instanceof Cast cast) {
            return cast(cast, layout);
        }
        return layout.asReadonly();
    }

    private static Layout slice(Slice slice, Layout layout) throws InvalidException {
        require(!layout.shape().isEmpty(), "a memoryview of no dimensions cannot be sliced");
        long step = slice.step();
        require(
                step != 0 && Math.abs(step) <= Subjects.MAX_LENGTH && step != Long.MIN_VALUE,
                "a slice's step is not 0 and at most 2^40");
        long extent = layout.shape().get(0);
        long start = bound(slice.start(), extent, step, step > 0 ? 0 : extent - 1);
        long stop = bound(slice.stop(), extent, step, step > 0 ? extent : -1);
        long items = 0;
        if (step > 0 && start < stop) {
            items = (stop - start - 1) / step + 1;
        } else if (step < 0 && stop < start) {
            items = (start - stop - 1) / -step + 1;
        }
        List<Long> shape = new ArrayList<>(layout.shape());
        List<Long> strides = new ArrayList<>(layout.strides());
        shape.set(0, items);
        long stride = strides.get(0);
        long first;
        try {
            strides.set(0, Math.multiplyExact(stride, step));
            first = Math.addExact(layout.start(), Math.multiplyExact(start, stride));
        } catch (ArithmeticException tooLarge) {
            throw new InvalidException("a slice's stride and offset are less than 2^63");
        }
        return new Layout(
                first,
                layout.itemsize(),
                layout.format(),
                List.copyOf(shape),
                List.copyOf(strides),
                layout.indirect(),
                layout.readonly());
    }

    /** Python's PySlice_AdjustIndices for one bound. */
    private static long bound(Long given, long extent, long step, long absent) {
        if (given == null) {
            return absent;
        }
        long bound = given < 0 ? given + extent : given;
        if (bound < 0) {
            return step < 0 ? -1 : 0;
        }
        return bound >= extent ? (step < 0 ? extent - 1 : extent) : bound;
    }

    private static Layout cast(Cast cast, Layout layout) throws InvalidException {
        require(Formats.castable(cast.format()), "a memoryview cannot be cast to '" + cast.format() + "'");
        require(layout.segments() == Segments.ONE, "only a memoryview in C order can be cast");
        require(
                BYTE_FORMATS.contains(String.valueOf(cast.format())) || BYTE_FORMATS.contains(layout.format()),
                "a cast is from bytes or to bytes");
        int size = Formats.itemSize(cast.format());
        long length = layout.length();
        boolean line = layout.shape().size() == 1;
        require(
                (cast.shape() == null && line) || !layout.shape().contains(0L),
                "a memoryview with a 0 in its shape cannot be cast to a shape");
        if (cast.shape() == null) {
            require(length % size == 0, "a cast needs a length that is a multiple of the item size");
            Layout flat = Layout.line(length / size, size, String.valueOf(cast.format()), layout.readonly());
            return at(flat, layout.start());
        }
        require(line || cast.shape().size() == 1, "a cast is from one dimension or to one dimension");
        require(cast.shape().size() <= 8, "a cast has at most 8 dimensions");
        long items = 1;
        for (long extent : cast.shape()) {
            require(extent >= 1 && extent <= Subjects.MAX_LENGTH, "a cast's extents are 1 or more");
            require(items <= Subjects.MAX_LENGTH / extent, "a cast's shape has the length of the memory");
            items *= extent;
        }
        require(items * size == length, "a cast's shape has the length of the memory");
        return new Layout(
                layout.start(),
                size,
                String.valueOf(cast.format()),
                cast.shape(),
                Layout.orderedStrides(cast.shape(), size),
                false,
                layout.readonly());
    }

    private static Layout at(Layout layout, long start) {
        return new Layout(
                start,
                layout.itemsize(),
                layout.format(),
                layout.shape(),
                layout.strides(),
                layout.indirect(),
                layout.readonly());
    }
}
