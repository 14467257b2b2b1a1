package io.github.oldbuffer.spec.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.exporter.Geometry;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A geometry lies inside the exporter's memory, to the byte, or is refused. */
class GeometriesTests {

    private static final String OUTSIDE = "the items lie inside the memory";
    private static final long MOST = 1L << 40;

    private static Geometry geometry(long offset, int itemsize, List<Long> shape, List<Long> strides) {
        return new Geometry(offset, itemsize, null, shape, strides, false);
    }

    private static Geometry indirect(long offset, List<Long> shape, List<Long> strides) {
        return new Geometry(offset, 2, null, shape, strides, true);
    }

    private static Geometry formatted(String format) {
        return new Geometry(0, 1, format, List.of(1L), null, false);
    }

    static List<Arguments> inside() {
        return List.of(
                Arguments.of(0, geometry(0, 1, List.of(0L), null)),
                Arguments.of(10, geometry(10, 1, List.of(0L), null)),
                Arguments.of(10, geometry(10, 4, List.of(0L, 9L), List.of(MOST, -MOST))),
                Arguments.of(10, geometry(2, 4, List.of(2L), null)),
                Arguments.of(10, geometry(6, 4, List.of(), null)),
                Arguments.of(10, geometry(6, 4, List.of(1L), List.of(-MOST))),
                Arguments.of(10, geometry(6, 4, List.of(3L), List.of(-3L))),
                Arguments.of(10, geometry(0, 1, List.of(10L), List.of(0L))),
                Arguments.of(10, geometry(4, 2, List.of(2L, 3L), List.of(4L, -2L))),
                Arguments.of(MOST, geometry(0, 1, List.of(MOST), null)),
                Arguments.of(8, indirect(0, List.of(4L), null)),
                Arguments.of(8192, indirect(0, List.of(4096L), null)));
    }

    @ParameterizedTest
    @MethodSource("inside")
    void whatLiesInsideIsTaken(long memory, Geometry geometry) throws InvalidException {
        Layout layout = Geometries.layout(geometry, memory, true);

        assertEquals(geometry.offset(), layout.start());
        assertEquals(geometry.shape(), layout.shape());
        assertEquals(geometry.indirect(), layout.indirect());
        assertTrue(layout.readonly());
    }

    static List<Arguments> refused() {
        List<Long> thin = List.of((1L << 39) + 1);
        return List.of(
                Arguments.of(9, geometry(-1, 1, List.of(1L), null), OUTSIDE),
                Arguments.of(9, geometry(10, 1, List.of(0L), null), OUTSIDE),
                Arguments.of(9, geometry(6, 4, List.of(), null), OUTSIDE),
                Arguments.of(9, geometry(2, 4, List.of(2L), null), OUTSIDE),
                Arguments.of(9, geometry(5, 4, List.of(3L), List.of(-3L)), OUTSIDE),
                Arguments.of(9, geometry(0, 1, List.of(5L), List.of(3L)), OUTSIDE),
                Arguments.of(9, geometry(4, 2, List.of(2L, 3L), List.of(4L, -2L)), OUTSIDE),
                Arguments.of(MOST, geometry(MOST, 1, thin, List.of((1L << 24) - 1)), OUTSIDE),
                Arguments.of(MOST, geometry(0, 1, thin, List.of(-MOST)), OUTSIDE),
                Arguments.of(MOST, geometry(1, 1, List.of(MOST), null), OUTSIDE),
                Arguments.of(9, geometry(0, 1, List.of(1L), List.of(Long.MIN_VALUE)), "a stride is at most 2^40"),
                Arguments.of(9, geometry(0, 1, List.of(1L), List.of(MOST + 1)), "a stride is at most 2^40"),
                Arguments.of(9, geometry(0, 1, List.of(1L), List.of()), "there are as many strides as dimensions"),
                Arguments.of(9, geometry(0, 0, List.of(1L), null), "an item has at least 1 byte"),
                Arguments.of(9, geometry(0, 1, List.of(-1L), null), "an extent is 0 to 2^40"),
                Arguments.of(9, geometry(0, 1, List.of(MOST + 1), null), "an extent is 0 to 2^40"),
                Arguments.of(9, geometry(0, 2, List.of(MOST), null), "a shape describes at most 2^40 bytes"),
                Arguments.of(9, geometry(0, 1, List.of(0L, MOST, MOST), null), "a shape describes at most 2^40 bytes"),
                Arguments.of(9, geometry(0, 1, Collections.nCopies(9, 1L), null), "a shape has at most 8 dimensions"),
                Arguments.of(9, formatted(""), "a format has 1 to 16 printable ASCII characters"),
                Arguments.of(9, formatted("B B"), "a format has 1 to 16 printable ASCII characters"),
                Arguments.of(9, formatted("\u007f"), "a format has 1 to 16 printable ASCII characters"),
                Arguments.of(9, formatted("\u00e9"), "a format has 1 to 16 printable ASCII characters"),
                Arguments.of(9, formatted("BBBBBBBBBBBBBBBBB"), "a format has 1 to 16 printable ASCII characters"),
                Arguments.of(
                        9, indirect(0, List.of(), null), "indirect memory has a dimension and no strides of its own"),
                Arguments.of(
                        9,
                        indirect(0, List.of(2L), List.of(2L)),
                        "indirect memory has a dimension and no strides of its own"),
                Arguments.of(MOST, indirect(0, List.of(4097L), null), "indirect memory has at most 4096 rows"),
                Arguments.of(9, indirect(0, List.of(5L), null), OUTSIDE),
                Arguments.of(9, indirect(1, List.of(4L), null), OUTSIDE));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatDoesNotIsRefusedInOneSentence(long memory, Geometry geometry, String sentence) {
        InvalidException refused =
                assertThrows(InvalidException.class, () -> Geometries.layout(geometry, memory, false));
        assertEquals(sentence, refused.getMessage());
    }

    @Test
    void formatAndStridesThatAreLeftOutAreThoseOfBytesInCOrder() throws InvalidException {
        Layout layout = Geometries.layout(geometry(0, 2, List.of(2L, 2L), null), 8, false);
        assertEquals(new Layout(0, 2, "B", List.of(2L, 2L), List.of(4L, 2L), false, false), layout);
        assertEquals("T{h}", Geometries.layout(formatted("T{h}"), 8, false).format());
    }
}
