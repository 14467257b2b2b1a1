package io.github.oldbuffer.spec.exporter;

/**
 * A {@code bytearray} object.
 *
 * @param length in bytes, 0 to {@link Pattern#SPARSE_ABOVE}
 * @param seed of the contents, 0 to 250
 * @param subclass whether the object is an instance of a Python class derived from {@code bytearray}
 */
public record ByteArray(long length, int seed, boolean subclass) implements Exporter {}
