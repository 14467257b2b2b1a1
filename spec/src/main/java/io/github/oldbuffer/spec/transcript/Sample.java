package io.github.oldbuffer.spec.transcript;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.LongToIntFunction;

/**
 * Bytes read from memory: all of it up to {@value #WHOLE} bytes, otherwise the first 24, the 16 from {@code length / 2}
 * on, and the last 24.
 */
public final class Sample {

    /** Memory up to this many bytes is sampled whole. */
    public static final int WHOLE = 64;

    private static final int EDGE = 24;
    private static final int MIDDLE = 16;

    /** Nothing was read: there was no pointer to read through. */
    public static final Sample NONE = new Sample(State.NONE, new byte[0]);

    /** There was a pointer, but no readable memory behind it. */
    public static final Sample UNREADABLE = new Sample(State.UNREADABLE, new byte[0]);

    private final State state;
    private final byte[] bytes;

    private Sample(State state, byte[] bytes) {
        this.state = state;
        this.bytes = bytes;
    }

    public enum State {
        NONE,
        READ,
        UNREADABLE
    }

    /** A sample of bytes already taken; the array is copied. */
    public static Sample read(byte[] bytes) {
        return new Sample(State.READ, bytes.clone());
    }

    /** Samples memory of {@code length} bytes whose byte at an offset {@code memory} tells. */
    public static Sample take(long length, LongToIntFunction memory) {
        byte[] bytes = new byte[count(length)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) memory.applyAsInt(offset(length, i));
        }
        return new Sample(State.READ, bytes);
    }

    /** How many bytes a sample of memory of {@code length} bytes has: 0 to {@value #WHOLE}. */
    public static int count(long length) {
        return (int) Math.max(0, Math.min(length, WHOLE));
    }

    /** The offset in memory of the sample's byte {@code index}. */
    public static long offset(long length, int index) {
        if (length <= WHOLE || index < EDGE) {
            return index;
        }
        return index < EDGE + MIDDLE ? length / 2 + (index - EDGE) : length - WHOLE + index;
    }

    public State state() {
        return state;
    }

    public int size() {
        return bytes.length;
    }

    /** The byte, 0 to 255, at an index of the sample (not of the memory). */
    public int at(int index) {
        return bytes[index] & 0xFF;
    }

    /** Lower-case hexadecimal digits, two a byte. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sample that && state == that.state && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * state.hashCode() + Arrays.hashCode(bytes);
    }

    /** In words, for people: {@code bytes 0102}, {@code no readable memory}, {@code nothing read}. */
    @Override
    public String toString() {
        return switch (state) {
            case NONE -> "nothing read";
            case UNREADABLE -> "no readable memory";
            case READ -> bytes.length == 0 ? "no bytes" : "bytes " + hex();
        };
    }
}
