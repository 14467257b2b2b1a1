package io.github.oldbuffer.fuzzing.codec;

import java.util.List;

/**
 * One side of a codec: a writer writes the values it is given and returns them, a reader returns what it reads instead.
 *
 * <p>So a grammar is written down once and holds for both directions.
 */
interface Coder {

    /** The version of the format that is read or written. */
    int version();

    /** A number from {@code low} to {@code high}, both included; small ones and edges of machine types take one byte. */
    long number(long low, long high, long value);

    /** One of {@code count} ways, 0 to {@code count - 1}; one byte. */
    int choice(int count, int value);

    default int integer(int low, int high, int value) {
        return (int) number(low, high, value);
    }

    default boolean flag(boolean value) {
        return choice(2, value ? 1 : 0) == 1;
    }

    /**
     * @param values in an order that never changes; new ones are added at the end
     * @param value {@code null} where a reader has nothing to go by
     */
    default <T> T oneOf(List<T> values, T value) {
        return values.get(choice(values.size(), value == null ? 0 : values.indexOf(value)));
    }
}
