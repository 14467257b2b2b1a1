package io.github.oldbuffer.spec.exporter;

import java.util.List;

/**
 * An object that Python's libraries, or makers of Python's C API, make out of bytes that the kit lays down: one segment.
 *
 * <p>What there is to know of one, but how it is written down and generated, it says itself.
 */
public sealed interface MadeOfBytes extends Exporter permits Library, CtypesMatrix, BytesIoBuffer {

    /** Of its memory, in bytes. */
    long length();

    /** Of its contents, 0 to 250. */
    int seed();

    /** Bytes of an item. */
    int itemsize();

    /** In the syntax of the struct module, more or less: nothing hangs on the insides of structures. */
    String format();

    /** Items along each dimension. */
    List<Long> shape();

    /** What it is, in words close to Python: {@code mmap-file(3 items, seed 1)}. */
    String words();

    /** The expression of the object in Python, of an expression of its bytes. */
    String expression(String data);

    /** Why there can be no such object, in a sentence; {@code null} where there can. */
    default String problem() {
        return null;
    }

    /** Whether its memory is offered for reading alone. */
    default boolean readonly() {
        return false;
    }

    /** Whether the C API makes it, and Python code cannot. */
    default boolean ofC() {
        return false;
    }

    /** Whether it can be released or closed, unless it is exported. */
    default boolean released() {
        return false;
    }

    /** Whether it can be resized, unless it is exported. */
    default boolean resized() {
        return false;
    }

    /** Whether it is the buffer of a stream, which it pins: what is resized is the stream, in the ways of streams. */
    default boolean ofStream() {
        return false;
    }
}
