package io.github.oldbuffer.ports.declaration;

/** Strings and characters of C, as a pattern. */
public final class Literals {

    /**
     * One of them, whole.
     *
     * <p>The quantifiers give nothing back: matching needs no recursion then, and documentation of thousands of escaped
     * lines, which generated sources hold in one string, does not exhaust the stack.
     */
    public static final String PATTERN = "\"(?:[^\"\\\\\\n]|\\\\(?s:.))*+\"|'(?:[^'\\\\\\n]|\\\\(?s:.))*+'";

    private Literals() {}
}
