package io.github.oldbuffer.ports.build;

/** How a function of the user's takes the place of one of the four. */
enum Fit {
    /** Its type is the original's. */
    EXACT,
    /** Its type is another, and pointers are the same to a processor: {@code char **} for {@code const void **}. */
    ALIKE,
    /** A macro, a template, or what the kit cannot read: called with the original's arguments, if the compiler allows. */
    CALLED,
    /** The same, with pointers to nothing in particular. */
    CALLED_WITH_ANY_POINTER,
    /** It gives the pointer and the length through references. */
    REFERENCES,
    /** Its length has 32 bits. */
    NARROW,
    NARROW_UNSIGNED,
    /** It fills a {@code Py_buffer} that its caller releases, on flags that its caller gives. */
    VIEW_WITH_FLAGS,
    /** The same without flags. */
    VIEW,
    VIEW_BY_REFERENCE,
    /** For {@code O&} of {@code PyArg_ParseTuple}: 0 means failure, and what it fills is a {@code Py_buffer}. */
    CONVERTER;

    /** Whether what is returned through the outputs is the kit's doing, and not the function's. */
    boolean fillsOutputs() {
        return switch (this) {
            case VIEW, VIEW_WITH_FLAGS, VIEW_BY_REFERENCE, CONVERTER -> true;
            default -> false;
        };
    }

    /** Whether an adapter of the kit's stands between. */
    boolean isAdapted() {
        return fillsOutputs() || this == NARROW || this == NARROW_UNSIGNED || this == REFERENCES;
    }
}
