package io.github.oldbuffer.spec.shape;

import java.util.List;

/**
 * One side of a codec of choices, such as the bytes of a fuzzer: a writer writes the values it is given and returns them, a
 * reader returns what it reads instead.
 *
 * <p>So what the choices are is written down once and holds for both directions.
 */
public abstract class Coder {

    private final int version;
    private int depth;

    /** @param version of the choices that are read or written, from 1 on */
    protected Coder(int version) {
        this.version = version;
    }

    /** The version of the choices: what came later cannot be told, and what is told keeps its meaning. */
    public final int version() {
        return version;
    }

    /** A number from {@code low} to {@code high}, both included. */
    public abstract long number(long low, long high, long value);

    /** One of {@code count} ways, 0 to {@code count - 1}; at most 256. */
    public abstract int choice(int count, int value);

    /** The number of an object that the scenario has so far. */
    public abstract int object(int value);

    /** A number that no object of the scenario has so far; any where all are taken. */
    public abstract int unused(int value);

    /** How many bytes an object of the scenario has. */
    public abstract long length(int object);

    /** What every length of an object of the scenario is a multiple of. */
    public abstract int unit(int object);

    public final boolean flag(boolean value) {
        return choice(2, value ? 1 : 0) == 1;
    }

    /**
     * @param values in an order that never changes; new ones are added at the end
     * @param value {@code null} where a reader has nothing to go by
     */
    public final <T> T oneOf(List<T> values, T value) {
        return values.get(choice(values.size(), value == null ? 0 : Math.max(0, values.indexOf(value))));
    }

    /** How deep values stand inside others of their sort; 0 outside all. */
    public final int depth() {
        return depth;
    }

    final void deeper() {
        depth++;
    }

    final void shallower() {
        depth--;
    }
}
