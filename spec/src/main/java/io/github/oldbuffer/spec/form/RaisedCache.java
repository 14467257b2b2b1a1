package io.github.oldbuffer.spec.form;

import io.github.oldbuffer.spec.transcript.Raised;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The exceptions that one batch has told so far, by the bytes that spelled them.
 *
 * <p>Exceptions are the only text in most transcripts and nearly always one of a handful; looking their bytes up is
 * several times as fast as making strings of them. It holds at most {@value #SLOTS} short ones.
 */
public final class RaisedCache {

    private static final int SLOTS = 64;
    private static final int LONGEST = 256;

    private final ByteBuffer[] keys = new ByteBuffer[SLOTS];
    private final Raised[] values = new Raised[SLOTS];

    /** The exception whose packed form stands at the position, which is then moved behind it; otherwise null. */
    public Raised find(ByteBuffer in) {
        int start = in.position();
        int length = length(in, start);
        if (length < 0) {
            return null;
        }
        int slot = slot(in, start, length);
        ByteBuffer key = keys[slot];
        if (key == null || !same(key, in, start, length)) {
            return null;
        }
        in.position(start + length);
        return values[slot];
    }

    /** Keeps an exception that was read from {@code start} up to the position. */
    public void remember(ByteBuffer in, int start, Raised raised) {
        int length = in.position() - start;
        if (length > LONGEST) {
            return;
        }
        int slot = slot(in, start, length);
        byte[] key = new byte[length];
        in.get(start, key);
        keys[slot] = ByteBuffer.wrap(key).order(ByteOrder.LITTLE_ENDIAN);
        values[slot] = raised;
    }

    /** Bytes of the flag, the type and the message; -1 where they are too many or not all there. */
    private static int length(ByteBuffer in, int start) {
        if (in.limit() - start < 4) {
            return -1;
        }
        int type = in.get(start + 1) & 0xFF;
        int message = start + 2 + type;
        if (in.limit() - message < 2) {
            return -1;
        }
        int length = 4 + type + (in.getShort(message) & 0xFFFF);
        return length > LONGEST || length > in.limit() - start ? -1 : length;
    }

    private static int slot(ByteBuffer in, int start, int length) {
        long hash = length;
        int end = start + length;
        int at = start;
        for (; at + 8 <= end; at += 8) {
            hash = hash * 0x9E37_79B9_7F4A_7C15L + in.getLong(at);
        }
        for (; at < end; at++) {
            hash = hash * 31 + in.get(at);
        }
        hash *= 0x9E37_79B9_7F4A_7C15L;
        return (int) (hash >>> 58);
    }

    private static boolean same(ByteBuffer key, ByteBuffer in, int start, int length) {
        if (key.capacity() != length) {
            return false;
        }
        int at = 0;
        for (; at + 8 <= length; at += 8) {
            if (key.getLong(at) != in.getLong(start + at)) {
                return false;
            }
        }
        for (; at < length; at++) {
            if (key.get(at) != in.get(start + at)) {
                return false;
            }
        }
        return true;
    }
}
