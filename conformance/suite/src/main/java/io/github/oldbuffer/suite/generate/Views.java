package io.github.oldbuffer.suite.generate;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Formats;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.ViewOperation;
import io.github.oldbuffer.spec.exporter.ViewOperation.Cast;
import io.github.oldbuffer.spec.exporter.ViewOperation.Slice;
import io.github.oldbuffer.spec.exporter.ViewOperation.ToReadonly;
import java.util.ArrayList;
import java.util.List;

/** Recipes for memoryviews: every one of them is a valid chain of operations. */
final class Views {

    private static final String CASTS = "bBchHiIlLqQfd";

    private Views() {}

    /** A slice with a step of 1, of bytes or of items. */
    static Exporter sliced(Recipe base, Choices c) {
        long start = c.below(6);
        Slice slice = c.onceIn(3)
                ? new Slice(-start - 1, null, 1)
                : new Slice(c.onceIn(3) ? null : start, c.onceIn(2) ? null : start + Lengths.any(c), 1);
        return new MemoryView(base.make(c), List.of(slice));
    }

    /** Bytes cast to wider items, in one dimension or in several, or to a single item of no dimensions. */
    static Exporter cast(boolean writable, Choices c) {
        char format = c.charOf(CASTS);
        List<Long> shape = shape(c);
        long items = 1;
        for (long extent : shape) {
            items *= extent;
        }
        boolean line = shape.size() == 1 && c.onceIn(2);
        List<ViewOperation> operations = new ArrayList<>();
        operations.add(new Cast(format, line ? null : shape));
        if (c.onceIn(4)) {
            operations.add(new Cast('B', null));
        }
        return new MemoryView(source(items * Formats.itemSize(format), writable, c), operations);
    }

    /** Items of an array seen as bytes. */
    static Exporter castArray(Choices c) {
        Array array = new Array(c.charOf("bBhHiIlLqQfd"), c.below(20), Lengths.seed(c));
        return new MemoryView(array, List.of(new Cast(c.charOf("bBc"), null)));
    }

    /** A memoryview made read-only. */
    static Exporter readonly(Recipe base, Choices c) {
        return new MemoryView(base.make(c), List.of(new ToReadonly()));
    }

    /** A step other than 1 over enough items that they do not lie together. */
    static Exporter strided(boolean reversed, boolean writable, Choices c) {
        long items = c.between(2, 40);
        long step = reversed ? -c.between(1, 3) : c.between(2, 5);
        List<ViewOperation> operations = new ArrayList<>();
        long length = items * Math.abs(step);
        Exporter base;
        if (c.onceIn(3)) {
            base = new Array(c.charOf("bBhHiIlLqQfd"), length, Lengths.seed(c));
        } else {
            base = source(length, writable, c);
        }
        operations.add(new Slice(null, null, step));
        if (c.onceIn(6)) {
            operations.add(new ToReadonly());
        }
        return new MemoryView(base, operations);
    }

    /** A step other than 1 over no items at all. */
    static Exporter emptyStrided(Choices c) {
        long at = c.below(6);
        long step = c.onceIn(2) ? -c.between(1, 3) : c.between(2, 5);
        Exporter base = c.onceIn(3)
                ? new Array(c.charOf("bBhHiIlLqQfd"), Lengths.any(c) / 8, Lengths.seed(c))
                : source(Lengths.any(c), c.onceIn(2), c);
        return new MemoryView(base, List.of(new Slice(at, at, step)));
    }

    /** Several dimensions, and then a step along the first. */
    static Exporter stridedRows(Choices c) {
        long rows = c.between(3, 8);
        long columns = c.between(1, 5);
        long step = c.onceIn(2) ? -1 : 2;
        return new MemoryView(
                source(rows * columns, c.onceIn(2), c),
                List.of(new Cast('B', List.of(rows, columns)), new Slice(null, null, step)));
    }

    private static Exporter source(long length, boolean writable, Choices c) {
        int seed = Lengths.seed(c);
        return writable ? new ByteArray(length, seed, c.onceIn(8)) : new Bytes(length, seed, c.onceIn(8));
    }

    /** Up to four dimensions, none of them empty. */
    private static List<Long> shape(Choices c) {
        List<Long> shape = new ArrayList<>();
        int dimensions = c.below(5);
        for (int i = 0; i < dimensions; i++) {
            shape.add((long) c.between(1, dimensions == 1 ? 30 : 4));
        }
        return shape;
    }
}
