package io.github.oldbuffer.spec.form;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Lays values down in a buffer that grows where it must.
 *
 * <p>Values out of the ranges of the packed form are refused with {@link IllegalArgumentException}, so that whatever
 * is written can be read again.
 */
public final class Writer {

    private ByteBuffer out;
    private int depth;

    /** Writes from the buffer's start on, as far as it reaches. */
    public Writer(ByteBuffer reuse) {
        out = reuse.clear().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The bytes written, from position 0 to the limit: the buffer given, or a larger one in its place. */
    public ByteBuffer finish() {
        return out.flip();
    }

    /** Begins a value that counts its depth, which is returned; {@link #shallower} ends it. */
    public int deeper() {
        return ++depth;
    }

    public void shallower() {
        depth--;
    }

    /** How many values that count their depth are under way. */
    public int depth() {
        return depth;
    }

    /** Bytes written so far. */
    public int position() {
        return out.position();
    }

    /** Writes bytes that were written before once more. */
    public void again(int start, int length) {
        room(length);
        out.put(out.position(), out, start, length).position(out.position() + length);
    }

    public void u8(int value) {
        room(1);
        out.put((byte) value);
    }

    public void u8(int value, int least, int most, String what) {
        ranged(value, least, most, what);
        u8(value);
    }

    public void flag(boolean value) {
        u8(value ? 1 : 0);
    }

    public void oneOf(Enum<?> value) {
        u8(value.ordinal());
    }

    /** As {@link #oneOf}, but counted from 1; 0 for {@code null}. */
    public void oneOfOrNone(Enum<?> value) {
        u8(value == null ? 0 : value.ordinal() + 1);
    }

    public void u16(int value, int most, String what) {
        i16(value, 0, most, what);
    }

    public void i16(int value, int least, int most, String what) {
        ranged(value, least, most, what);
        room(2);
        out.putShort((short) value);
    }

    public void i32(int value) {
        room(4);
        out.putInt(value);
    }

    public void i32(int value, int least, String what) {
        ranged(value, least, Integer.MAX_VALUE, what);
        i32(value);
    }

    public void i64(long value) {
        room(8);
        out.putLong(value);
    }

    public void i64(long value, long least, long most, String what) {
        ranged(value, least, most, what);
        i64(value);
    }

    public void text8(String text, String what) {
        byte[] bytes = utf8(text, Limits.TYPE_NAME, what);
        u8(bytes.length);
        bytes(bytes);
    }

    public void text16(String text, String what) {
        text16(text, Limits.TEXT, what);
    }

    /** Text of at most so many bytes of UTF-8. */
    public void text16(String text, int most, String what) {
        byte[] bytes = utf8(text, most, what);
        u16(bytes.length, most, what);
        bytes(bytes);
    }

    /** ASCII characters, checked by the caller, without a length. */
    public void ascii(String text) {
        bytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Leaves room for a length in bytes; returns what {@link #leave} wants. */
    public int enter() {
        i32(0);
        return out.position();
    }

    public void leave(int start) {
        out.putInt(start - 4, out.position() - start);
    }

    public static void ranged(long value, long least, long most, String what) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(Ranges.sentence(value, least, most, what));
        }
    }

    private static byte[] utf8(String text, int most, String what) {
        if (text.length() <= most && Utf8.length(text) < 0) {
            throw new IllegalArgumentException("the " + what + " has half a surrogate pair, which UTF-8 cannot spell");
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ranged(bytes.length, 0, most, "length in bytes of the " + what);
        return bytes;
    }

    private void bytes(byte[] bytes) {
        room(bytes.length);
        out.put(bytes);
    }

    private void room(int bytes) {
        if (out.remaining() < bytes) {
            grow(bytes);
        }
    }

    private void grow(int bytes) {
        long wanted = Math.max(out.position() + (long) bytes, Math.min(2L * out.capacity(), Integer.MAX_VALUE - 8));
        if (wanted > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("the batch does not fit into 2 GiB; send it in parts");
        }
        ByteBuffer larger =
                out.isDirect() ? ByteBuffer.allocateDirect((int) wanted) : ByteBuffer.allocate((int) wanted);
        out = larger.order(ByteOrder.LITTLE_ENDIAN).put(out.flip());
    }
}
