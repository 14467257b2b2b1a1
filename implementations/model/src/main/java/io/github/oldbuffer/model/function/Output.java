package io.github.oldbuffer.model.function;

/**
 * A place that a function writes a result to, as {@code *buffer} is; a NULL argument is {@code null} instead.
 *
 * @param <T> what is written; {@code null} stands for a NULL pointer
 */
public final class Output<T> {

    private T value;
    private boolean touched;

    public void set(T newValue) {
        value = newValue;
        touched = true;
    }

    /** Whether anything was written. */
    public boolean touched() {
        return touched;
    }

    /** What was written last. */
    public T value() {
        return value;
    }
}
