package io.github.oldbuffer.fuzzing.codec;

import java.io.ByteArrayOutputStream;

/** Writes values so that {@link ByteSource} reads them back. */
final class ByteSink implements Coder {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int version;

    ByteSink(int version) {
        this.version = version;
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public long number(long low, long high, long value) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(value + " is not " + low + " to " + high);
        }
        long number = low < 0 ? Edges.folded(value) : value;
        int code = Edges.code(number);
        if (code >= 0) {
            bytes.write(code);
        } else {
            bytes.write(Edges.WIDE);
            for (int shift = Long.SIZE - 8; shift >= 0; shift -= 8) {
                bytes.write((int) (number >>> shift));
            }
        }
        return value;
    }

    @Override
    public int choice(int count, int value) {
        if (value < 0 || value >= count) {
            throw new IllegalArgumentException(value + " is not one of " + count);
        }
        bytes.write(value);
        return value;
    }

    void write(int value) {
        bytes.write(value);
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
