package io.github.oldbuffer.model.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Contiguity compared with its meaning: walking the items in order meets byte after byte. */
class ContiguityProperties {

    @Property
    void cOrderIsWhatWalkingTheItemsMeets(
            @ForAll @IntRange(min = 1, max = 4) int itemsize,
            @ForAll @Size(max = 3) List<@LongRange(min = 0, max = 3) Long> shapeList,
            @ForAll @Size(3) List<@LongRange(min = -8, max = 24) Long> strideList) {
        long[] shape = longs(shapeList);
        long[] strides = LongStream.of(longs(strideList)).limit(shape.length).toArray();

        assertEquals(walks(itemsize, shape, strides), Contiguity.inCOrder(itemsize, shape, strides));
    }

    @Property
    void fortranOrderIsCOrderOfTheDimensionsReversed(
            @ForAll @IntRange(min = 1, max = 4) int itemsize,
            @ForAll @Size(max = 3) List<@LongRange(min = 0, max = 3) Long> shapeList,
            @ForAll @Size(3) List<@LongRange(min = -8, max = 24) Long> strideList) {
        long[] shape = longs(shapeList);
        long[] strides = LongStream.of(longs(strideList)).limit(shape.length).toArray();

        assertEquals(
                Contiguity.inCOrder(itemsize, reversed(shape), reversed(strides)),
                Contiguity.inFortranOrder(itemsize, shape, strides));
    }

    @Property
    void cStridesAreContiguousAndReachEveryByteOnce(
            @ForAll @IntRange(min = 1, max = 4) int itemsize,
            @ForAll @Size(max = 4) List<@LongRange(min = 0, max = 3) Long> shapeList) {
        long[] shape = longs(shapeList);
        long[] strides = Contiguity.cStrides(itemsize, shape);
        Set<Long> starts = new HashSet<>();
        long items = Contiguity.bytes(itemsize, shape) / itemsize;
        for (long i = 0; i < items; i++) {
            starts.add(offset(i, shape, strides));
        }

        assertEquals(items, starts.size());
        assertTrue(walks(itemsize, shape, strides));
    }

    private static boolean walks(int itemsize, long[] shape, long[] strides) {
        long items = LongStream.of(shape).reduce(1, (a, b) -> a * b);
        return LongStream.range(0, items).allMatch(i -> offset(i, shape, strides) == i * itemsize);
    }

    private static long offset(long index, long[] shape, long[] strides) {
        long rest = index;
        long offset = 0;
        for (int i = shape.length - 1; i >= 0; i--) {
            offset += rest % shape[i] * strides[i];
            rest /= shape[i];
        }
        return offset;
    }

    private static long[] reversed(long[] values) {
        return LongStream.range(0, values.length)
                .map(i -> values[(int) (values.length - 1 - i)])
                .toArray();
    }

    private static long[] longs(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }
}
