package io.github.oldbuffer.suite.generate;

import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Geometry;
import io.github.oldbuffer.spec.exporter.Quirk;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.exporter.Scripted.Owner;
import io.github.oldbuffer.spec.exporter.Scripted.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Recipes for scripted exporters. */
final class Scripts {

    private static final List<String> FORMATS = List.of("b", "c", "h", "H", "i", "L", "q", "d", "<i", "2h", "T{i:x:}");

    private static final List<Quirk> UNLAWFUL =
            Stream.of(Quirk.values()).filter(quirk -> !quirk.lawful()).toList();

    private Scripts() {}

    /** One segment in every guise: flat, with an offset, with wide items, in several dimensions. */
    static Exporter oneSegment(boolean readonly, Choices c) {
        return owned(oneSegmentGeometry(c), readonly, null, c);
    }

    static Exporter huge(boolean readonly, Choices c) {
        long length = Lengths.huge(c);
        long offset = c.onceIn(2) ? 0 : 16;
        Geometry geometry = new Geometry(offset, 1, null, List.of(length), null, false);
        return scripted(offset + length, 0, geometry, readonly, null, Owner.SELF, null, Set.of(), c);
    }

    /** An exporter that others ask through another one. */
    static Exporter redirected(Recipe target, Choices c) {
        return scripted(0, 0, Geometry.flat(0), false, null, Owner.OTHER, target.make(c), Set.of(), c);
    }

    static Exporter ownerless(boolean readonly, Choices c) {
        Geometry geometry = oneSegmentGeometry(c);
        return scripted(extent(geometry), Lengths.seed(c), geometry, readonly, null, Owner.NOBODY, null, Set.of(), c);
    }

    /** No bytes, at address NULL. */
    static Exporter nowhere(Choices c) {
        return new Scripted(0, 0, Geometry.flat(0), c.onceIn(2), null, Owner.SELF, null, true, true, Set.of());
    }

    /** No bytes, with strides or pointers that would cut them up if there were any; at address NULL now and then. */
    static Exporter emptyOdd(Choices c) {
        Geometry geometry = emptyOddGeometry(c);
        Owner owner = c.onceIn(5) ? Owner.NOBODY : Owner.SELF;
        boolean nowhere = c.onceIn(5);
        long memory = geometry.offset() + c.below(3);
        return new Scripted(
                memory, Lengths.seed(c), geometry, c.onceIn(2), null, owner, null, nowhere, !c.onceIn(6), Set.of());
    }

    /** One that leaves nothing of a view that is released. */
    static Exporter wiping(boolean readonly, Choices c) {
        Geometry geometry = oneSegmentGeometry(c);
        return new Scripted(
                extent(geometry),
                Lengths.seed(c),
                geometry,
                readonly,
                null,
                Owner.SELF,
                null,
                false,
                true,
                Set.of(Quirk.WIPES_VIEW_ON_RELEASE));
    }

    /** One that records, so that every acquisition and release shows. */
    static Exporter recording(Choices c) {
        return recording(oneSegmentGeometry(c), null, c);
    }

    /** One that records, and refuses every request. */
    static Exporter recordingRefusing(Choices c) {
        return recording(oneSegmentGeometry(c), new Refusal(false, Plain.exception(c)), c);
    }

    /** One that records, and has its memory in many segments. */
    static Exporter recordingMany(Choices c) {
        return recording(((Scripted) strided(false, c)).geometry(), null, c);
    }

    private static Scripted recording(Geometry geometry, Refusal refusal, Choices c) {
        return new Scripted(
                extent(geometry), Lengths.seed(c), geometry, false, refusal, Owner.SELF, null, false, true, Set.of());
    }

    static Exporter refusing(boolean typeError, Choices c) {
        ExceptionType exception = typeError
                ? (c.onceIn(2) ? ExceptionType.TYPE_ERROR : ExceptionType.DERIVED_TYPE_ERROR)
                : Plain.exception(c);
        return owned(oneSegmentGeometry(c), c.onceIn(2), new Refusal(false, exception), c);
    }

    static Exporter refusingWritable(Choices c) {
        return owned(oneSegmentGeometry(c), false, new Refusal(true, Plain.exception(c)), c);
    }

    /** Memory in many segments that refuses writable requests besides, in whatever words. */
    static Exporter manyRefusingWritable(Choices c) {
        Scripted many = (Scripted)
                switch (c.below(4)) {
                    case 0 -> strided(false, c);
                    case 1 -> reversed(false, c);
                    case 2 -> fortran(false, c);
                    default -> indirect(false, c);
                };
        return owned(many.geometry(), false, new Refusal(true, Plain.exception(c)), c);
    }

    /** A step along one dimension: forward with gaps, in place (a stride of 0), or overlapping. */
    static Exporter strided(boolean readonly, Choices c) {
        int itemsize = c.oneOf(List.of(1, 1, 2, 3, 4, 8));
        long items = c.between(2, 20);
        long stride = c.onceIn(5) ? 0 : itemsize + c.between(1, 9);
        Geometry geometry = new Geometry(c.below(3), itemsize, null, List.of(items), List.of(stride), false);
        return owned(geometry, readonly, null, c);
    }

    static Exporter reversed(boolean readonly, Choices c) {
        int itemsize = c.oneOf(List.of(1, 1, 2, 4, 8));
        long items = c.between(2, 20);
        long last = (items - 1) * itemsize;
        Geometry geometry = new Geometry(last, itemsize, null, List.of(items), List.of((long) -itemsize), false);
        return owned(geometry, readonly, null, c);
    }

    /** Two dimensions and more, the first running fastest. */
    static Exporter fortran(boolean readonly, Choices c) {
        int itemsize = c.oneOf(List.of(1, 1, 2, 4, 8));
        List<Long> shape = new ArrayList<>();
        List<Long> strides = new ArrayList<>();
        long stride = itemsize;
        int dimensions = c.between(2, 4);
        for (int i = 0; i < dimensions; i++) {
            long extent = c.between(2, 4);
            shape.add(extent);
            strides.add(stride);
            stride *= extent;
        }
        return owned(new Geometry(0, itemsize, null, shape, strides, false), readonly, null, c);
    }

    static Exporter indirect(boolean readonly, Choices c) {
        List<Long> shape = new ArrayList<>();
        int dimensions = c.between(1, 3);
        for (int i = 0; i < dimensions; i++) {
            shape.add((long) c.between(1, 4));
        }
        return owned(new Geometry(0, c.between(1, 4), null, shape, null, true), readonly, null, c);
    }

    /** One that breaks the rules of the new protocol: reference level, no clause binds. */
    static Exporter unlawful(Choices c) {
        Set<Quirk> quirks = EnumSet.of(c.oneOf(UNLAWFUL));
        if (c.onceIn(4)) {
            quirks.add(c.oneOf(List.of(Quirk.values())));
        }
        Geometry geometry = c.onceIn(2)
                ? oneSegmentGeometry(c)
                : new Geometry(0, 2, null, List.of((long) c.between(2, 6)), List.of(4L), false);
        Refusal refusal = c.onceIn(2) ? new Refusal(c.onceIn(3), Plain.exception(c)) : null;
        boolean nullBuffer = c.onceIn(8);
        return new Scripted(
                extent(geometry),
                Lengths.seed(c),
                geometry,
                c.onceIn(2),
                refusal,
                c.onceIn(6) ? Owner.NOBODY : Owner.SELF,
                null,
                nullBuffer,
                true,
                quirks);
    }

    private static Geometry oneSegmentGeometry(Choices c) {
        return switch (c.below(6)) {
            case 0 -> new Geometry(c.between(1, 9), 1, null, List.of((long) Lengths.any(c)), null, false);
            case 1 -> {
                int itemsize = c.oneOf(List.of(2, 3, 4, 8, 16));
                yield new Geometry(
                        0, itemsize, c.oneOf(FORMATS), List.of((long) c.below(40)), List.of((long) itemsize), false);
            }
            case 2 -> new Geometry(c.below(3), c.between(1, 8), null, extents(c.between(2, 5), c), null, false);
            case 3 -> oddStridesOfSingles(c);
            case 4 -> new Geometry(0, c.between(1, 16), c.oneOf(FORMATS), List.of(), null, false);
            default -> Geometry.flat(Lengths.any(c));
        };
    }

    /** Dimensions of one item, whose strides do not matter and are anything. */
    private static Geometry oddStridesOfSingles(Choices c) {
        int itemsize = c.between(1, 4);
        List<Long> shape = new ArrayList<>();
        List<Long> strides = new ArrayList<>();
        long stride = itemsize;
        int dimensions = c.between(1, 4);
        for (int i = 0; i < dimensions; i++) {
            boolean single = c.onceIn(2);
            long extent = single ? 1 : c.between(2, 4);
            shape.add(extent);
            strides.add(single ? c.between(-9, 9) : stride);
            stride *= extent;
        }
        Collections.reverse(shape);
        Collections.reverse(strides);
        return new Geometry(0, itemsize, null, shape, strides, false);
    }

    /** Dimensions of which one or more are of no items, and strides that C order would not have. */
    private static Geometry emptyOddGeometry(Choices c) {
        int itemsize = c.oneOf(List.of(1, 1, 2, 4));
        int dimensions = c.between(1, 3);
        int empty = c.below(dimensions);
        Long[] shape = new Long[dimensions];
        Long[] strides = new Long[dimensions];
        long ordered = itemsize;
        for (int i = dimensions - 1; i >= 0; i--) {
            shape[i] = i == empty ? 0L : c.below(4);
            long odd = ordered + c.oneOf(List.of(-2, -1, 1, 2, 5)) * itemsize;
            strides[i] = i == empty || c.onceIn(2) ? odd : ordered;
            ordered *= shape[i];
        }
        boolean indirect = c.onceIn(4);
        return new Geometry(
                indirect ? 0 : c.below(3),
                itemsize,
                null,
                List.of(shape),
                indirect ? null : List.of(strides),
                indirect);
    }

    private static List<Long> extents(int dimensions, Choices c) {
        List<Long> extents = new ArrayList<>();
        for (int i = 0; i < dimensions; i++) {
            extents.add((long) (c.onceIn(8) ? 0 : c.between(1, 4)));
        }
        return extents;
    }

    private static Scripted owned(Geometry geometry, boolean readonly, Refusal refusal, Choices c) {
        return scripted(extent(geometry), Lengths.seed(c), geometry, readonly, refusal, Owner.SELF, null, Set.of(), c);
    }

    private static Scripted scripted(
            long memory,
            int seed,
            Geometry geometry,
            boolean readonly,
            Refusal refusal,
            Owner owner,
            Exporter target,
            Set<Quirk> quirks,
            Choices c) {
        boolean releases = !c.onceIn(6);
        return new Scripted(memory, seed, geometry, readonly, refusal, owner, target, false, releases, quirks);
    }

    /** How much memory the items need, from the start of it. */
    private static long extent(Geometry geometry) {
        long items = 1;
        long last = geometry.offset();
        long ordered = geometry.itemsize();
        for (int i = geometry.shape().size() - 1; i >= 0; i--) {
            long extent = geometry.shape().get(i);
            long stride =
                    geometry.strides() == null ? ordered : geometry.strides().get(i);
            last += Math.max(0, stride * (extent - 1));
            ordered *= extent;
            items *= extent;
        }
        return items == 0 ? geometry.offset() : last + geometry.itemsize();
    }
}
