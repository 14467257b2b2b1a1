package io.github.oldbuffer.suite.generate;

import java.util.List;
import java.util.random.RandomGenerator;

/** Somebody who chooses: a random generator, the bytes of a fuzzer. */
@FunctionalInterface
public interface Choices {

    /** A number from 0 to {@code bound - 1}; {@code bound} is at least 1. */
    int below(int bound);

    /** Choices made at random. */
    static Choices random(RandomGenerator random) {
        return random::nextInt;
    }

    /** True once in {@code n} times. */
    default boolean onceIn(int n) {
        return below(n) == 0;
    }

    /** A number from {@code low} to {@code high}, both included. */
    default int between(int low, int high) {
        return low + below(high - low + 1);
    }

    default <T> T oneOf(List<T> values) {
        return values.get(below(values.size()));
    }

    default char charOf(String characters) {
        return characters.charAt(below(characters.length()));
    }
}
