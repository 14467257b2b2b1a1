package io.github.oldbuffer.spec.exporter;

import java.util.List;

/** Something done to a memoryview that gives another memoryview. */
public sealed interface ViewOperation {

    /**
     * {@code view[start:stop:step]} along the first dimension, with Python's meaning of negative and absent bounds.
     *
     * @param start {@code null} where Python's slice leaves it out
     * @param stop {@code null} where Python's slice leaves it out
     * @param step any value but 0
     */
    record Slice(Long start, Long stop, long step) implements ViewOperation {}

    /**
     * {@code view.cast(format)} or {@code view.cast(format, shape)}.
     *
     * @param format one native format character
     * @param shape {@code null} for a cast without shape; empty for a view of no dimensions
     */
    record Cast(char format, List<Long> shape) implements ViewOperation {
        public Cast {
            shape = shape == null ? null : List.copyOf(shape);
        }
    }

    /** {@code view.toreadonly()}, Python 3.8 and later. */
    record ToReadonly() implements ViewOperation {}
}
