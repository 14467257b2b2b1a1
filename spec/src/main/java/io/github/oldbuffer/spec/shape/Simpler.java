package io.github.oldbuffer.spec.shape;

import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What is easier to read of numbers: small ones, weighed finely, and great ones hardly told apart. */
final class Simpler {

    private static final long FINE = 16;
    private static final int BITS = 4;

    private Simpler() {}

    /** Simpler ones within a range, the simplest first; those of the same sign alone. */
    static Stream<Long> numbers(long least, long most, long number) {
        long sign = number < 0 ? -1 : 1;
        long amount = sign * number;
        return LongStream.of(0, 1, 2, 3, 4, 8, amount / 2, amount - 8, amount - 1)
                .filter(smaller -> smaller >= 0 && smaller < amount)
                .distinct()
                .map(smaller -> sign * smaller)
                .filter(smaller -> smaller >= least && smaller <= most)
                .boxed();
    }

    static long size(long number) {
        long amount = Math.abs(number);
        return (amount <= FINE ? amount : FINE + BITS * (Long.SIZE - Long.numberOfLeadingZeros(amount)))
                + (number < 0 ? 1 : 0);
    }
}
