package io.github.oldbuffer.fuzzing.codec;

import java.util.stream.LongStream;

/**
 * How numbers lie in a byte: 0 to {@value #SMALL} the small ones, behind them the edges of machine types, and a mark
 * before eight bytes of any other. Part of version 1: never changed.
 */
final class Edges {

    /** The greatest number that is its own byte. */
    static final int SMALL = 199;

    /** The mark before a number of eight bytes. */
    static final int WIDE = 255;

    private static final long[] EDGES = LongStream.of(
                    255, 256, 257, 511, 512, 1_023, 1_024, 4_095, 4_096, 4_097, 32_767, 32_768, 65_535, 65_536)
            .toArray();

    private static final long[] LARGE = LongStream.of(31, 32, 33, 40)
            .flatMap(bits -> LongStream.of((1L << bits) - 1, 1L << bits, (1L << bits) + 1))
            .toArray();

    private Edges() {}

    /** The number that a byte from {@value #SMALL} + 1 to {@value #WIDE} - 1 stands for. */
    static long of(int code) {
        int index = (code - SMALL - 1) % (EDGES.length + LARGE.length);
        return index < EDGES.length ? EDGES[index] : LARGE[index - EDGES.length];
    }

    /** The byte of a number, or -1 where it is neither small nor an edge. */
    static int code(long number) {
        if (number >= 0 && number <= SMALL) {
            return (int) number;
        }
        for (int code = SMALL + 1; code <= SMALL + EDGES.length + LARGE.length; code++) {
            if (of(code) == number) {
                return code;
            }
        }
        return -1;
    }

    /** Numbers on both sides of 0 in an order that begins 0, -1, 1, -2. */
    static long folded(long number) {
        return number >= 0 ? 2 * number : -2 * number - 1;
    }

    static long unfolded(long folded) {
        return (folded & 1) == 0 ? folded >>> 1 : -(folded >>> 1) - 1;
    }
}
