package io.github.oldbuffer.suite.coverage;

/**
 * Where in the space a call lies, packed into 64 bits: six for each dimension, 0 where a dimension does not matter, as the
 * object's do not where it is NULL.
 */
final class Place {
    private static final int BITS = 6;
    private static final int MASK = (1 << BITS) - 1;

    private Place() {}

    static long of(Dimension dimension, String value) {
        return of(dimension, dimension.number(value));
    }

    static long of(Dimension dimension, int number) {
        return (long) (number + 1) << BITS * dimension.ordinal();
    }

    /** The number of the value in a dimension; -1 where the dimension does not matter. */
    static int number(long place, Dimension dimension) {
        return (int) (place >>> BITS * dimension.ordinal() & MASK) - 1;
    }
}
