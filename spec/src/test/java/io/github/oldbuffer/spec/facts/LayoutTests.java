package io.github.oldbuffer.spec.facts;

import static io.github.oldbuffer.spec.facts.Layout.Segments.EMPTY_ODD;
import static io.github.oldbuffer.spec.facts.Layout.Segments.MANY;
import static io.github.oldbuffer.spec.facts.Layout.Segments.ONE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.spec.facts.Layout.Segments;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One segment is what C order without gaps gives, whatever the strides along dimensions of one item are. */
class LayoutTests {

    private static Layout ints(List<Long> shape, List<Long> strides, boolean indirect) {
        return new Layout(0, 4, "i", shape, strides, indirect, false);
    }

    static List<Arguments> layouts() {
        return List.of(
                Arguments.of("0-d", List.of(), List.of(), ONE),
                Arguments.of("a line", List.of(5L), List.of(4L), ONE),
                Arguments.of("an empty line", List.of(0L), List.of(4L), ONE),
                Arguments.of("every second item", List.of(5L), List.of(8L), MANY),
                Arguments.of("reversed", List.of(5L), List.of(-4L), MANY),
                Arguments.of("the same item again", List.of(5L), List.of(0L), MANY),
                Arguments.of("overlapping", List.of(5L), List.of(2L), MANY),
                Arguments.of("one item", List.of(1L), List.of(-99L), ONE),
                Arguments.of("C order", List.of(2L, 3L), List.of(12L, 4L), ONE),
                Arguments.of("Fortran order", List.of(2L, 3L), List.of(4L, 8L), MANY),
                Arguments.of("Fortran order of a row", List.of(1L, 3L), List.of(4L, 4L), ONE),
                Arguments.of("Fortran order of a column", List.of(3L, 1L), List.of(4L, 12L), ONE),
                Arguments.of("padded rows", List.of(2L, 3L), List.of(16L, 4L), MANY),
                Arguments.of("three dimensions", List.of(2L, 1L, 3L), List.of(12L, 77L, 4L), ONE),
                Arguments.of("swapped planes", List.of(2L, 2L, 3L), List.of(12L, 24L, 4L), MANY),
                Arguments.of("every second of nothing", List.of(0L), List.of(8L), EMPTY_ODD),
                Arguments.of("no rows", List.of(0L, 3L), List.of(12L, 4L), ONE),
                Arguments.of("no columns", List.of(3L, 0L), List.of(0L, 4L), ONE),
                Arguments.of("reversed without columns", List.of(3L, 0L), List.of(-12L, 4L), EMPTY_ODD));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layouts")
    void segmentsFollowFromShapeAndStrides(String name, List<Long> shape, List<Long> strides, Segments segments) {
        assertEquals(segments, ints(shape, strides, false).segments());
    }

    @Test
    void indirectMemoryIsManySegmentsUnlessThereIsNone() {
        assertEquals(MANY, ints(List.of(2L), List.of(4L), true).segments());
        assertEquals(EMPTY_ODD, ints(List.of(0L), List.of(4L), true).segments());
    }

    @Test
    void lengthIsInBytes() {
        Layout layout = ints(List.of(2L, 3L), List.of(12L, 4L), false);
        assertEquals(6, layout.items());
        assertEquals(24, layout.length());
        assertEquals(4, ints(List.of(), List.of(), false).length());
        assertEquals(0, ints(List.of(3L, 0L), List.of(0L, 4L), false).length());
    }

    @Test
    void stridesOfCOrder() {
        assertEquals(List.of(24L, 8L, 2L), Layout.orderedStrides(List.of(5L, 3L, 4L), 2));
        assertEquals(List.of(), Layout.orderedStrides(List.of(), 2));
    }
}
