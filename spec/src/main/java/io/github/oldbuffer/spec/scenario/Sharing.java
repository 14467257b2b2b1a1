package io.github.oldbuffer.spec.scenario;

import io.github.oldbuffer.spec.exporter.ExporterKind;
import io.github.oldbuffer.spec.exporter.LibraryType;

/**
 * How Python code makes an object over the memory of another.
 *
 * <p>{@code born_source.c} has the same, in the same order.
 */
public enum Sharing {
    /** {@code memoryview(object)[start:]} */
    MEMORYVIEW("memoryview", ExporterKind.MEMORYVIEW, "memoryview(%s)"),
    /** {@code pickle.PickleBuffer(object)} */
    PICKLE_BUFFER(
            LibraryType.PICKLE_BUFFER.word(), ExporterKind.PICKLE_BUFFER, "__import__(\"pickle\").PickleBuffer(%s)"),
    /** {@code (ctypes.c_ubyte * n).from_buffer(object, start)}, which is an export without a view. */
    FROM_BUFFER(
            LibraryType.CTYPES_FROM_BUFFER.word(),
            ExporterKind.CTYPES_FROM_BUFFER,
            "(__import__(\"ctypes\").c_ubyte * len(%1$s)).from_buffer(%1$s)"),
    /** {@code getbuffer()} of the stream behind a buffer, once more. */
    GETBUFFER("getbuffer", ExporterKind.BYTESIO, "%s.getbuffer()"),
    /** {@code view[index:]} of a memoryview, where the index is an object with {@code __index__}. */
    SLICE("slice", ExporterKind.MEMORYVIEW, "%s[:]");

    private final String word;
    private final ExporterKind kind;
    private final String expression;

    Sharing(String word, ExporterKind kind, String expression) {
        this.word = word;
        this.kind = kind;
        this.expression = expression;
    }

    /** The word that JSON uses. */
    public String word() {
        return word;
    }

    /** Of the object that is made. */
    public ExporterKind kind() {
        return kind;
    }

    /** The expression of Python, of an expression of the object, or of its stream, from its start on. */
    public String expression(String of) {
        return expression.formatted(of);
    }

    /** Whether it pins the object that it is made over; two buffers of a stream do not pin each other. */
    public boolean pins() {
        return this != GETBUFFER;
    }
}
