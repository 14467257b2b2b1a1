package io.github.oldbuffer.spec.facts;

import java.util.Arrays;

/**
 * Values by number, most of which are never there: it takes room for those that are, since worlds are made by the
 * million.
 */
final class Slots<T> {

    private Object[] values;

    /** @param room for the first so many numbers; it grows where it must */
    Slots(int room) {
        values = new Object[room];
    }

    Slots(Slots<T> other) {
        values = Arrays.copyOf(other.values, other.values.length);
    }

    /** The value of a number, or {@code null}. */
    @SuppressWarnings("unchecked")
    T get(int number) {
        return number < values.length ? (T) values[number] : null;
    }

    /** @param value {@code null} for none */
    void set(int number, T value) {
        if (number >= values.length) {
            if (value == null) {
                return;
            }
            values = Arrays.copyOf(values, Math.max(number + 1, 2 * values.length));
        }
        values[number] = value;
    }
}
