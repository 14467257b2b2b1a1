package io.github.oldbuffer.spec.exporter;

/**
 * Whatever a Python expression gives; what it is turns out when it is made.
 *
 * @param expression in the syntax of Python, of one object
 * @param setup statements that run before it, in the same names; may be empty
 */
public record PythonExpression(String expression, String setup) implements Exporter {

    /** The most bytes, in UTF-8, of the expression, and of the setup. */
    public static final int MOST_BYTES = 16_384;
}
