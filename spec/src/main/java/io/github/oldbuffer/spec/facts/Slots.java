package io.github.oldbuffer.spec.facts;

/**
 * Values by number, most of which are never there: it takes room for those that are, since worlds are made by the
 * million.
 */
final class Slots<T> {

    private Object[] values;
    /** Whether another one has the same array: worlds are copied for each step, which changes few of them. */
    private boolean shared;

    /** @param room for the first so many numbers; it grows where it must */
    Slots(int room) {
        values = new Object[room];
    }

    Slots(Slots<T> other) {
        values = other.values;
        shared = true;
        other.shared = true;
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
            own(Math.max(number + 1, 2 * values.length));
        } else if (values[number] == value) {
            return;
        } else if (shared) {
            own(values.length);
        }
        values[number] = value;
    }

    private void own(int room) {
        Object[] copy = new Object[room];
        System.arraycopy(values, 0, copy, 0, values.length);
        values = copy;
        shared = false;
    }
}
