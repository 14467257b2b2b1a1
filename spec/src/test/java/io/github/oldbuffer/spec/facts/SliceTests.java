package io.github.oldbuffer.spec.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.spec.exporter.ViewOperation.Slice;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slices have the bounds that Python gives them; the numbers were taken from CPython 3.11. */
class SliceTests {

    /** {@code memoryview(bytearray(range(10)))[start:stop:step]}; an empty view may start anywhere. */
    @ParameterizedTest(name = "[{0}:{1}:{2}]")
    @CsvSource({
        ", , 1, 10, 1, 0",
        ", , 2, 5, 2, 0",
        ", , 3, 4, 3, 0",
        ", , -1, 10, -1, 9",
        ", , -3, 4, -3, 9",
        "1, 9, 2, 4, 2, 1",
        "1, 10, 2, 5, 2, 1",
        "8, 2, -2, 3, -2, 8",
        "8, 1, -2, 4, -2, 8",
        "-3, , 1, 3, 1, 7",
        ", -3, 1, 7, 1, 0",
        "-100, 100, 4, 3, 4, 0",
        "100, -100, -4, 3, -4, 9",
        "5, 5, 1, 0, 1, ",
        "5, 4, 1, 0, 1, ",
        "4, 5, -1, 0, -1, ",
        "9, 10, 7, 1, 7, 9",
        "0, 10, 10, 1, 10, 0",
        "0, 10, 9, 2, 9, 0",
        "9, , -9, 2, -9, 9",
        "9, , -10, 1, -10, 9",
        "-1, -11, -1, 10, -1, 9",
        "-1, -10, -1, 9, -1, 9",
        "0, 1, 1099511627776, 1, 1099511627776, 0",
        ", , 1099511627776, 1, 1099511627776, 0",
        ", , -1099511627776, 1, -1099511627776, 9",
        "9223372036854775807, , -1, 10, -1, 9",
        "-9223372036854775807, , 1, 10, 1, 0",
        "-9223372036854775807, , -1, 0, -1, ",
        "3, 9223372036854775807, 5, 2, 5, 3",
        "10, , -1, 10, -1, 9",
        "10, , 1, 0, 1, ",
    })
    void itemsStrideAndStartArePythons(Long start, Long stop, long step, long items, long stride, Long first)
            throws InvalidException {
        Layout layout = Views.apply(new Slice(start, stop, step), Layout.line(10, 1, "B", false));

        assertEquals(List.of(items), layout.shape());
        assertEquals(List.of(stride), layout.strides());
        if (first != null) {
            assertEquals(first, layout.start());
        }
    }
}
