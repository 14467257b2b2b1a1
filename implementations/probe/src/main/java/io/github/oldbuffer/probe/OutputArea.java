package io.github.oldbuffer.probe;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The output area of a host, laid out as {@code packed-form.md} says.
 *
 * <p>The host may be another process that writes while this one reads, and may have died at any point of it: every
 * number read here can be anything.
 */
public final class OutputArea {

    /** Offset of the batch of transcripts, in bytes. */
    public static final int TRANSCRIPTS = 64;

    private static final int STATE = 0;
    private static final int COMPLETED = 4;
    private static final int SCENARIO = 8;
    private static final int STEP = 12;
    private static final int BYTES = 16;

    private static final VarHandle INT = MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final ByteBuffer memory;

    /** @param memory direct, so that it is aligned; at least {@value #TRANSCRIPTS} bytes */
    public OutputArea(ByteBuffer memory) {
        this.memory = memory.duplicate().order(ByteOrder.LITTLE_ENDIAN).clear();
    }

    /** What the host is at. */
    public enum State {
        IDLE,
        RUNNING,
        DONE,
        MALFORMED,
        /** A number that the layout does not know. */
        UNKNOWN
    }

    /** Makes the area say that nothing has run yet; done before every run. */
    public void clear() {
        for (int offset = 0; offset < TRANSCRIPTS; offset += Long.BYTES) {
            LONG.setVolatile(memory, offset, 0L);
        }
    }

    public State state() {
        int state = integer(STATE);
        return state >= 0 && state < State.UNKNOWN.ordinal() ? State.values()[state] : State.UNKNOWN;
    }

    /** How many transcripts are complete. */
    public int completed() {
        return integer(COMPLETED);
    }

    /** Index in the batch of the scenario under way. */
    public int scenario() {
        return integer(SCENARIO);
    }

    /** Index in its scenario of the step under way. */
    public int step() {
        return integer(STEP);
    }

    /**
     * The batch of transcripts.
     *
     * @throws HostFailedException where the host claims more than the area holds
     */
    public ByteBuffer transcripts() {
        long bytes = (long) LONG.getVolatile(memory, BYTES);
        if (bytes < 0 || bytes > memory.capacity() - TRANSCRIPTS) {
            throw new HostFailedException(
                    "The host says that its transcripts take " + bytes + " bytes, more than its output area has.");
        }
        return memory.slice(TRANSCRIPTS, (int) bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Why the host found the batch malformed, where {@link #state} says so. */
    public String complaint() {
        int length = Short.toUnsignedInt(memory.getShort(TRANSCRIPTS));
        byte[] text = new byte[Math.min(length, memory.capacity() - TRANSCRIPTS - Short.BYTES)];
        memory.get(TRANSCRIPTS + Short.BYTES, text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private int integer(int offset) {
        return (int) INT.getVolatile(memory, offset);
    }
}
