package io.github.oldbuffer.fuzzing.codec;

/** Reads values from bytes, any bytes: what lies outside a range is folded into it, behind the end there are zeros. */
final class ByteSource extends WorldCoder {

    private final byte[] bytes;
    private int position;

    /** @param version that the bytes are read as */
    ByteSource(byte[] bytes, int position, int version) {
        super(version);
        this.bytes = bytes;
        this.position = position;
    }

    boolean exhausted() {
        return position >= bytes.length;
    }

    private int next() {
        return position < bytes.length ? bytes[position++] & 0xFF : 0;
    }

    @Override
    public long number(long low, long high, long value) {
        int code = next();
        long number = code <= Edges.SMALL ? code : code < Edges.WIDE ? Edges.of(code) : wide();
        long given = low < 0 ? Edges.unfolded(number) : number;
        if (given >= low && given <= high) {
            return given;
        }
        return low + Long.remainderUnsigned(given, high - low + 1);
    }

    private long wide() {
        long number = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            number = number << 8 | next();
        }
        return number;
    }

    @Override
    public int choice(int count, int value) {
        return next() % count;
    }
}
