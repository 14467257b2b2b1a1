package io.github.oldbuffer.spec.exporter;

/**
 * {@code io.BytesIO(...).getbuffer()}, a memoryview of the stream's own memory.
 *
 * @param length in bytes, 0 to {@link Pattern#SPARSE_ABOVE}
 * @param seed of the contents, 0 to 250
 */
public record BytesIoBuffer(long length, int seed) implements Exporter {}
