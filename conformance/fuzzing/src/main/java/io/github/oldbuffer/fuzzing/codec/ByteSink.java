package io.github.oldbuffer.fuzzing.codec;

import java.io.ByteArrayOutputStream;

/** Writes values so that {@link ByteSource} reads them back; where it cannot, it reads others. */
final class ByteSink extends WorldCoder {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    ByteSink(int version) {
        super(version);
    }

    @Override
    public long number(long low, long high, long value) {
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
