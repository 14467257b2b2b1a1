package io.github.oldbuffer.spec.form;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Takes values off bytes that may hold anything.
 *
 * <p>Every method reads one value, named by {@code what} in messages, and throws {@link MalformedException} where the
 * bytes end too early or the value is out of its range.
 */
public final class Reader {

    private final ByteBuffer in;
    private final RaisedCache raised = new RaisedCache();
    private int depth;

    /** Reads from the buffer's position to its limit, and leaves both as they are. */
    public Reader(ByteBuffer batch) {
        in = batch.slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Bytes read so far. */
    public int position() {
        return in.position();
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

    public int remaining() {
        return in.remaining();
    }

    /** The bytes themselves, for absolute reads within {@link #remaining()}. */
    public ByteBuffer bytes() {
        return in;
    }

    /** Exceptions seen in this batch: most of a batch's are alike. */
    public RaisedCache raisedCache() {
        return raised;
    }

    public int u8(String what) throws MalformedException {
        need(1, what);
        return in.get() & 0xFF;
    }

    public int u8(int least, int most, String what) throws MalformedException {
        int value = u8(what);
        return (int) ranged(value, least, most, 1, what);
    }

    public boolean flag(String what) throws MalformedException {
        return u8(0, 1, what) == 1;
    }

    /** A value of an enumeration, given by {@code values()} of it. */
    public <E> E oneOf(E[] values, String what) throws MalformedException {
        return values[u8(0, values.length - 1, what)];
    }

    /** As {@link #oneOf}, but counted from 1; {@code null} for 0. */
    public <E> E oneOfOrNone(E[] values, String what) throws MalformedException {
        int number = u8(0, values.length, what);
        return number == 0 ? null : values[number - 1];
    }

    public int u16(int most, String what) throws MalformedException {
        need(2, what);
        return (int) ranged(in.getShort() & 0xFFFF, 0, most, 2, what);
    }

    public int i16(int least, int most, String what) throws MalformedException {
        need(2, what);
        return (int) ranged(in.getShort(), least, most, 2, what);
    }

    public int i32(String what) throws MalformedException {
        need(4, what);
        return in.getInt();
    }

    public int i32(int least, String what) throws MalformedException {
        return (int) ranged(i32(what), least, Integer.MAX_VALUE, 4, what);
    }

    public long u32(String what) throws MalformedException {
        return i32(what) & 0xFFFF_FFFFL;
    }

    public long i64(String what) throws MalformedException {
        need(8, what);
        return in.getLong();
    }

    public long i64(long least, long most, String what) throws MalformedException {
        return ranged(i64(what), least, most, 8, what);
    }

    public byte[] bytes(int count, String what) throws MalformedException {
        need(count, what);
        byte[] bytes = new byte[count];
        in.get(bytes);
        return bytes;
    }

    public String text8(String what) throws MalformedException {
        return text(u8(what), what);
    }

    public String text16(String what) throws MalformedException {
        return text16(Limits.TEXT, what);
    }

    /** Text of at most so many bytes of UTF-8. */
    public String text16(int most, String what) throws MalformedException {
        return text(u16(most, what), what);
    }

    /** Text of which {@code length} bytes of UTF-8 follow. */
    public String text(int length, String what) throws MalformedException {
        int start = position();
        String text = Utf8.decode(bytes(length, what));
        if (text == null) {
            throw new MalformedException(start, "the " + what + " is not UTF-8");
        }
        return text;
    }

    /** Refuses a count, just read, of things that take at least {@code bytesEach}, where fewer bytes remain. */
    public int backed(long count, int bytesEach, String what) throws MalformedException {
        if (count > remaining() / bytesEach) {
            throw malformed("the " + what + " is " + count + ", more than the bytes that follow can hold");
        }
        return (int) count;
    }

    /** Reads a length and hides everything behind that many bytes; returns what {@link #leave} wants. */
    public int enter(String what) throws MalformedException {
        if (remaining() < Integer.BYTES) {
            throw malformed("the bytes end in the middle of the length of the " + what);
        }
        long length = in.getInt() & 0xFFFF_FFFFL;
        if (length > remaining()) {
            throw malformed("the " + what + " is " + length + " bytes long, but " + remaining() + " are left");
        }
        int outer = in.limit();
        in.limit(in.position() + (int) length);
        return outer;
    }

    public void leave(int outer, String what) throws MalformedException {
        end(what);
        in.limit(outer);
    }

    /** Refuses bytes left over. */
    public void end(String what) throws MalformedException {
        if (in.hasRemaining()) {
            String left = remaining() == 1 ? "1 byte is" : remaining() + " bytes are";
            throw malformed(left + " left over behind the " + what);
        }
    }

    public void need(int bytes, String what) throws MalformedException {
        if (in.remaining() < bytes) {
            throw malformed("the bytes end in the middle of the " + what);
        }
    }

    public MalformedException malformed(String sentence) {
        return new MalformedException(position(), sentence);
    }

    private long ranged(long value, long least, long most, int width, String what) throws MalformedException {
        if (value < least || value > most) {
            throw new MalformedException(position() - width, Ranges.sentence(value, least, most, what));
        }
        return value;
    }
}
