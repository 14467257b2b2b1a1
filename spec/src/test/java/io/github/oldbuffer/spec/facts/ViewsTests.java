package io.github.oldbuffer.spec.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Ctypes;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.ViewOperation;
import io.github.oldbuffer.spec.exporter.ViewOperation.Cast;
import io.github.oldbuffer.spec.exporter.ViewOperation.Slice;
import io.github.oldbuffer.spec.exporter.ViewOperation.ToReadonly;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Operations on memoryviews give what they give in Python; the numbers were taken from CPython 3.11. */
class ViewsTests {

    private static final Exporter BYTES = new ByteArray(48, 0, false);
    private static final ViewOperation INTS = cast('i');
    private static final ViewOperation TABLE = cast('i', 3, 4);

    private static ViewOperation slice(Integer start, Integer stop, long step) {
        return new Slice(start == null ? null : (long) start, stop == null ? null : (long) stop, step);
    }

    private static ViewOperation cast(char format) {
        return new Cast(format, null);
    }

    private static ViewOperation cast(char format, long... shape) {
        return new Cast(format, longs(shape));
    }

    private static List<Long> longs(long... values) {
        return LongStream.of(values).boxed().toList();
    }

    private static Layout viewed(Exporter base, List<ViewOperation> operations) throws InvalidException {
        return Subjects.of(new MemoryView(base, operations)).layout();
    }

    static List<Arguments> chains() {
        return List.of(
                Arguments.of(List.of(slice(null, null, 2), slice(null, null, -1)), longs(24), longs(-2), 46L),
                Arguments.of(List.of(slice(4, 40, 3), slice(1, null, 1)), longs(11), longs(3), 7L),
                Arguments.of(List.of(INTS, slice(null, null, -2)), longs(6), longs(-8), 44L),
                Arguments.of(List.of(TABLE, slice(1, null, 1)), longs(2, 4), longs(16, 4), 16L),
                Arguments.of(List.of(TABLE, slice(null, null, -1)), longs(3, 4), longs(-16, 4), 32L),
                Arguments.of(List.of(slice(8, null, 1), cast('h'), slice(2, 5, 1), cast('B')), longs(6), longs(1), 12L),
                Arguments.of(List.of(TABLE, slice(1, 2, 1), cast('B')), longs(16), longs(1), 16L),
                Arguments.of(List.of(slice(null, 24, 1), cast('d', 3)), longs(3), longs(8), 0L),
                Arguments.of(List.of(slice(null, null, 47), slice(1, null, 1), cast('c')), longs(1), longs(1), 47L),
                Arguments.of(List.of(slice(7, 8, 1), cast('b', new long[0])), longs(), longs(), 7L),
                Arguments.of(
                        List.of(slice(44, null, 1), cast('i', new long[0]), cast('B', 4)), longs(4), longs(1), 44L),
                Arguments.of(List.of(slice(44, null, 1), cast('i', new long[0]), cast('B')), longs(4), longs(1), 44L),
                Arguments.of(List.of(slice(null, 0, 1), cast('q')), longs(0), longs(8), 0L),
                Arguments.of(List.of(TABLE, slice(2, 1, 1)), longs(0, 4), longs(16, 4), 32L),
                Arguments.of(List.of(slice(5, 6, 1), slice(null, null, -9), cast('B')), longs(1), longs(1), 5L),
                Arguments.of(List.of(cast('i', 1, 12), slice(null, null, -5), cast('B', 48)), longs(48), longs(1), 0L));
    }

    @ParameterizedTest
    @MethodSource("chains")
    void operationsAreAppliedInOrder(List<ViewOperation> operations, List<Long> shape, List<Long> strides, long start)
            throws InvalidException {
        Layout layout = viewed(BYTES, operations);

        assertEquals(shape, layout.shape());
        assertEquals(strides, layout.strides());
        assertEquals(start, layout.start());
    }

    @Test
    void itemsHaveTheSizeOfTheirFormatAndReadonlyStays() throws InvalidException {
        Layout layout = viewed(BYTES, List.of(new ToReadonly(), cast('d'), slice(1, null, 1)));
        assertEquals(new Layout(8, 8, "d", longs(5), longs(8), false, true), layout);

        Layout shaped = viewed(BYTES, List.of(new ToReadonly(), cast('d', 2, 3)));
        assertEquals(new Layout(0, 8, "d", longs(2, 3), longs(24, 8), false, true), shaped);
    }

    @Test
    void ctypesAreCastToBytesAlthoughTheirFormatIsNotNative() throws InvalidException {
        Ctypes array = new Ctypes(Ctypes.Shape.ARRAY, 'i', 3, 0);
        assertEquals(longs(12), viewed(array, List.of(cast('B'))).shape());
        Ctypes structure = new Ctypes(Ctypes.Shape.STRUCTURE, 'h', 3, 0);
        assertEquals(longs(6), viewed(structure, List.of(cast('B', 6))).shape());
    }

    static List<Arguments> refused() {
        return List.of(
                Arguments.of(List.of(cast('e')), "a memoryview cannot be cast to 'e'"),
                Arguments.of(List.of(cast('?')), "a memoryview cannot be cast to '?'"),
                Arguments.of(List.of(INTS, cast('h')), "a cast is from bytes or to bytes"),
                Arguments.of(List.of(slice(null, null, 2), cast('B')), "only a memoryview in C order can be cast"),
                Arguments.of(List.of(slice(null, 0, 2), cast('B')), "only a memoryview in C order can be cast"),
                Arguments.of(
                        List.of(slice(null, 5, 1), INTS), "a cast needs a length that is a multiple of the item size"),
                Arguments.of(
                        List.of(TABLE, slice(5, null, 1), cast('B')),
                        "a memoryview with a 0 in its shape cannot be cast to a shape"),
                Arguments.of(
                        List.of(slice(null, 0, 1), cast('B', 0)),
                        "a memoryview with a 0 in its shape cannot be cast to a shape"),
                Arguments.of(List.of(TABLE, cast('B', 6, 8)), "a cast is from one dimension or to one dimension"),
                Arguments.of(
                        List.of(slice(null, 1, 1), cast('B', new long[0]), cast('B', new long[0])),
                        "a cast is from one dimension or to one dimension"),
                Arguments.of(List.of(cast('B', 0)), "a cast's extents are 1 or more"),
                Arguments.of(List.of(cast('B', -48)), "a cast's extents are 1 or more"),
                Arguments.of(List.of(cast('B', 1L << 41)), "a cast's extents are 1 or more"),
                Arguments.of(List.of(cast('i', 3, 5)), "a cast's shape has the length of the memory"),
                Arguments.of(
                        List.of(cast('B', 1L << 40, 1L << 40, 1L << 40)),
                        "a cast's shape has the length of the memory"),
                Arguments.of(List.of(cast('B', 48, 1, 1, 1, 1, 1, 1, 1, 1)), "a cast has at most 8 dimensions"),
                Arguments.of(
                        List.of(slice(null, 4, 1), cast('i', new long[0]), slice(null, null, 1)),
                        "a memoryview of no dimensions cannot be sliced"),
                Arguments.of(List.of(slice(null, null, 0)), "a slice's step is not 0 and at most 2^40"),
                Arguments.of(List.of(slice(null, null, Long.MIN_VALUE)), "a slice's step is not 0 and at most 2^40"),
                Arguments.of(List.of(slice(null, null, (1L << 40) + 1)), "a slice's step is not 0 and at most 2^40"),
                Arguments.of(
                        List.of(slice(null, null, 1L << 40), slice(null, null, 1L << 40)),
                        "a slice's stride and offset are less than 2^63"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatPythonRefusesIsRefusedInOneSentence(List<ViewOperation> operations, String sentence) {
        InvalidException refused = assertThrows(InvalidException.class, () -> viewed(BYTES, operations));
        assertEquals(sentence, refused.getMessage());
    }

    @Test
    void eightDimensionsAreNotTooMany() throws InvalidException {
        assertEquals(
                8,
                viewed(BYTES, List.of(cast('B', 48, 1, 1, 1, 1, 1, 1, 1)))
                        .shape()
                        .size());
    }
}
