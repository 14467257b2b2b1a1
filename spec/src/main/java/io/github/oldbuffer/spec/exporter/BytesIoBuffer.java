package io.github.oldbuffer.spec.exporter;

import java.util.List;

/**
 * {@code io.BytesIO(...).getbuffer()}, a memoryview of the stream's own memory.
 *
 * @param length in bytes, 0 to {@link Pattern#SPARSE_ABOVE}
 * @param seed of the contents, 0 to 250
 */
public record BytesIoBuffer(long length, int seed) implements MadeOfBytes {

    @Override
    public int itemsize() {
        return 1;
    }

    @Override
    public String format() {
        return "B";
    }

    @Override
    public List<Long> shape() {
        return List.of(length);
    }

    @Override
    public String words() {
        return "BytesIO(" + length + ", seed " + seed + ").getbuffer()";
    }

    @Override
    public String expression(String data) {
        return "__import__('io').BytesIO(" + data + ").getbuffer()";
    }

    @Override
    public boolean released() {
        return true;
    }

    @Override
    public boolean ofStream() {
        return true;
    }
}
