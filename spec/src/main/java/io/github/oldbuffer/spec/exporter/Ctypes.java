package io.github.oldbuffer.spec.exporter;

/**
 * An instance of a ctypes type over memory of its own.
 *
 * @param shape whether it is an array, a structure or a scalar
 * @param element format character of the element type, one of {@link #ELEMENTS}
 * @param items elements of an array, fields of a structure; 1 for a scalar
 * @param seed of the contents, 0 to 250
 */
public record Ctypes(Shape shape, char element, long items, int seed) implements Exporter {

    /** {@code c_byte} to {@code c_double}, by format character. */
    public static final String ELEMENTS = "bBhHiIlLqQfd";

    public enum Shape {
        ARRAY,
        STRUCTURE,
        SCALAR
    }

    public long length() {
        return items * Formats.itemSize(element);
    }
}
