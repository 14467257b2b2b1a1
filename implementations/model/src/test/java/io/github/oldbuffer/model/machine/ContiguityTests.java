package io.github.oldbuffer.model.machine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Which layouts are one segment, in the terms of {@code PyBuffer_IsContiguous}. */
class ContiguityTests {

    private static final long[] NONE = {};

    @Test
    void aSingleItemIsContiguousBothWays() {
        assertTrue(Contiguity.inCOrder(8, NONE, NONE));
        assertTrue(Contiguity.inFortranOrder(8, NONE, NONE));
    }

    @Test
    void oneDimensionIsContiguousWhereItsStrideIsTheItemsize() {
        assertTrue(Contiguity.inCOrder(4, longs(3), longs(4)));
        assertFalse(Contiguity.inCOrder(4, longs(3), longs(8)));
        assertFalse(Contiguity.inCOrder(4, longs(3), longs(-4)));
        assertTrue(Contiguity.inCOrder(4, longs(1), longs(-4)), "the stride of one item does not matter");
    }

    @Test
    void twoDimensionsAreInOneOrderOrTheOther() {
        assertTrue(Contiguity.inCOrder(2, longs(3, 4), longs(8, 2)));
        assertFalse(Contiguity.inFortranOrder(2, longs(3, 4), longs(8, 2)));
        assertTrue(Contiguity.inFortranOrder(2, longs(3, 4), longs(2, 6)));
        assertFalse(Contiguity.inCOrder(2, longs(3, 4), longs(2, 6)));
        assertTrue(Contiguity.inCOrder(2, longs(3, 1), longs(2, 99)));
        assertTrue(Contiguity.inFortranOrder(2, longs(1, 4), longs(99, 2)));
    }

    @Test
    void withoutBytesEverythingIsContiguous() {
        assertTrue(Contiguity.inCOrder(2, longs(3, 0, 4), longs(7, -7, 7)));
        assertTrue(Contiguity.inFortranOrder(2, longs(3, 0, 4), longs(7, -7, 7)));
    }

    @Test
    void stridesOfCOrder() {
        assertArrayEquals(longs(24, 8, 2), Contiguity.cStrides(2, longs(5, 3, 4)));
        assertArrayEquals(NONE, Contiguity.cStrides(2, NONE));
    }

    private static long[] longs(long... values) {
        return values;
    }
}
