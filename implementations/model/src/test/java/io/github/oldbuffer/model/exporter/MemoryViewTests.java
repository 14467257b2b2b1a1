package io.github.oldbuffer.model.exporter;

import static io.github.oldbuffer.model.exporter.Requests.cast;
import static io.github.oldbuffer.model.exporter.Requests.castFlat;
import static io.github.oldbuffer.model.exporter.Requests.slice;
import static io.github.oldbuffer.model.exporter.Requests.thrown;
import static io.github.oldbuffer.model.exporter.Requests.view;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.oldbuffer.model.machine.BufferView;
import io.github.oldbuffer.model.machine.Flags;
import io.github.oldbuffer.model.machine.PyObject;
import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.Ctypes;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Mmap;
import io.github.oldbuffer.spec.exporter.ViewOperation;
import io.github.oldbuffer.spec.scenario.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a memoryview grants and refuses, with the answers of CPython written out by hand. */
class MemoryViewTests {

    private static final String NOT_C = "BufferError: memoryview: underlying buffer is not C-contiguous";

    private final Requests requests = new Requests();

    /** Start, length, and stride as {@code memoryview(bytearray(12))[start:stop:step]} has them. */
    @ParameterizedTest
    @CsvSource({
        ",, 1, 0, 12, 1",
        ",, 2, 0, 6, 2",
        ",, -1, 11, 12, -1",
        ",, -5, 11, 3, -5",
        "2, 5, 1, 2, 3, 1",
        "-3,, 1, 9, 3, 1",
        "20,, 1, 12, 0, 1",
        "5, 2, 1, 5, 0, 1",
        "5, 2, -1, 5, 3, -1",
        "-20, 20, 7, 0, 2, 7",
        "4, 5, 9223372036854775807, 4, 1, 9223372036854775807",
        "20, -20, -3, 11, 4, -3",
    })
    void slicesAsPythonDoes(Long start, Long stop, long step, long offset, long items, long stride) {
        BufferView full = full(view(12, slice(start, stop, step)));

        assertEquals(offset, full.buf().offset());
        assertEquals(items, full.len());
        assertArrayEquals(new long[] {items}, full.shape());
        assertArrayEquals(new long[] {stride}, full.strides());
    }

    @Test
    void aSliceOfSlicesAddsUp() {
        BufferView full = full(view(12, slice(null, null, -1), slice(1L, null, 3), slice(null, null, -1)));

        assertEquals(1, full.buf().offset());
        assertArrayEquals(new long[] {3}, full.strides());
        assertEquals(4, full.len());
    }

    @Test
    void stridedMemoryIsGrantedOnlyToThoseWhoFollowStrides() {
        PyObject view = requests.make(view(12, slice(null, null, 2)));

        assertEquals(NOT_C, requests.refused(view, Flags.SIMPLE));
        assertEquals(NOT_C, requests.refused(view, Flags.WRITABLE));
        assertEquals(6, requests.granted(view, Request.STRIDES.flags()).len());
    }

    @Test
    void oneItemIsOneSegmentWhateverItsStride() {
        PyObject view = requests.make(view(12, slice(5L, 4L, -1)));

        assertEquals(5, requests.granted(view, Flags.WRITABLE).buf().offset());
    }

    @Test
    void noItemsWithAnOddStrideAreRefused() {
        // CPython looks at the stride of one dimension even where the shape is 0
        assertEquals(NOT_C, requests.refused(requests.make(view(12, slice(2L, 2L, 2))), Flags.SIMPLE));
        assertEquals(
                0,
                requests.granted(requests.make(view(12, slice(2L, 2L, 1))), Flags.SIMPLE)
                        .len());
    }

    @Test
    void castsToDimensions() {
        PyObject view = requests.make(view(24, cast('h', 3L, 4L)));

        BufferView simple = requests.granted(view, Flags.SIMPLE);
        assertEquals(1, simple.ndim());
        assertNull(simple.shape());
        BufferView full = requests.granted(view, Flags.FULL_RO);
        assertEquals("h", full.format());
        assertArrayEquals(new long[] {3, 4}, full.shape());
        assertArrayEquals(new long[] {8, 2}, full.strides());
    }

    @Test
    void aViewOfNoDimensionsHasNoShapeButOneItem() {
        BufferView full = full(view(4, cast('i')));

        assertEquals(0, full.ndim());
        assertEquals(4, full.len());
        assertNull(full.shape());
        assertEquals(1, full(view(1, cast('B'), cast('b', 1L))).ndim());
    }

    @Test
    void rowsSlicedFromTwoDimensionsAreNoSegment() {
        assertEquals(NOT_C, requests.refused(requests.make(view(12, cast('B', 3L, 4L), slice(null, null, 2))), 0));
        BufferView one = requests.granted(requests.make(view(12, cast('B', 3L, 4L), slice(1L, 2L, 2))), 0);
        assertEquals(4, one.buf().offset());
        assertEquals(4, one.len());
        BufferView none = requests.granted(requests.make(view(12, cast('B', 3L, 4L), slice(1L, 1L, -1))), 0);
        assertEquals(0, none.len(), "in two dimensions nothing matters where there are no bytes");
    }

    @Test
    void castsThatPythonRefuses() {
        assertCast(
                "TypeError: memoryview: casts are restricted to C-contiguous views",
                slice(null, null, 2),
                castFlat('B'));
        assertCast("TypeError: memoryview: length is not a multiple of itemsize", slice(null, 3L, 1), castFlat('i'));
        assertCast("TypeError: memoryview: cannot cast between two non-byte formats", castFlat('i'), castFlat('h'));
        assertCast(
                "TypeError: memoryview: cannot cast view with zeros in shape or strides",
                slice(2L, 2L, 1),
                cast('B', 0L));
        assertCast("TypeError: memoryview: product(shape) * itemsize != buffer size", cast('i', 7L));
        assertCast("TypeError: memoryview: cast must be 1D -> ND or ND -> 1D", cast('B', 3L, 4L), cast('B', 4L, 3L));
        assertCast("ValueError: memoryview.cast(): elements of shape must be integers > 0", cast('B', 2L, 0L));
        assertCast("ValueError: memoryview.cast(): product(shape) > SSIZE_MAX", cast('B', 1L << 40, 1L << 40));
        assertCast("TypeError: invalid indexing of 0-dim memory", slice(null, 1L, 1), cast('B'), slice(null, null, 2));
        assertEquals(
                "ValueError: memoryview: destination format must be a native single character format prefixed with an"
                        + " optional '@'",
                thrown(() -> requests.make(view(4, castFlat('Z')))));
    }

    @Test
    void itemsOfOtherExportersAreCastToBytesOnly() {
        assertEquals(12, full(view(new Array('u', 3, 0), castFlat('B'))).shape()[0]);
        assertEquals(
                12,
                full(view(new Ctypes(Ctypes.Shape.ARRAY, 'i', 3, 0), castFlat('B')))
                        .shape()[0]);
        assertEquals(
                8,
                full(view(new Ctypes(Ctypes.Shape.SCALAR, 'd', 1, 0), castFlat('B')))
                        .shape()[0]);
        assertEquals(
                "TypeError: memoryview: cannot cast between two non-byte formats",
                thrown(() -> requests.make(view(new Ctypes(Ctypes.Shape.ARRAY, 'B', 4, 0), castFlat('h')))));
    }

    @Test
    void readOnlyMemoryIsRefusedToWriters() {
        String expected = "BufferError: memoryview: underlying buffer is not writable";

        assertEquals(expected, requests.refused(requests.make(view(4, new ViewOperation.ToReadonly())), 1));
        assertEquals(expected, requests.refused(requests.make(view(new Bytes(4, 0, false))), 1));
    }

    @Test
    void memoryBeyondTwoGibibytesIsSlicedLikeAnyOther() {
        Mmap huge = new Mmap(Mmap.Access.WRITE, 1L << 33, 0);

        BufferView simple = requests.granted(requests.make(view(huge, slice(5L, null, 1))), Flags.SIMPLE);
        assertEquals((1L << 33) - 5, simple.len());
        assertEquals(
                (1L << 33) - 1, full(view(huge, slice(null, null, -1))).buf().offset());
        assertEquals(1L << 30, full(view(huge, castFlat('q'))).shape()[0]);
    }

    private BufferView full(Exporter exporter) {
        return requests.granted(requests.make(exporter), Flags.FULL_RO);
    }

    private void assertCast(String expected, ViewOperation... operations) {
        assertEquals(expected, thrown(() -> requests.make(view(12, operations))));
    }
}
