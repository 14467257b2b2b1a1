package io.github.oldbuffer.probe;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The memory that the kit and a host share.
 *
 * @param in where the kit lays a batch of scenarios, from offset 0 on; direct, little-endian
 * @param out where the host lays transcripts and its progress, as {@link OutputArea} reads it; direct, little-endian
 */
public record Areas(ByteBuffer in, ByteBuffer out) {

    /** Bytes of an input area that holds a batch of thousands of ordinary scenarios. */
    public static final int IN_BYTES = 16 << 20;

    /** Bytes of an output area that holds their transcripts. */
    public static final int OUT_BYTES = 32 << 20;

    public Areas {
        in = direct(in);
        out = direct(out);
    }

    /** Areas in this process, for hosts that need no other. */
    public static Areas allocate() {
        return new Areas(ByteBuffer.allocateDirect(IN_BYTES), ByteBuffer.allocateDirect(OUT_BYTES));
    }

    private static ByteBuffer direct(ByteBuffer buffer) {
        if (!buffer.isDirect()) {
            throw new IllegalArgumentException("an area must be a direct buffer: native code needs its address");
        }
        return buffer.order(ByteOrder.LITTLE_ENDIAN);
    }
}
