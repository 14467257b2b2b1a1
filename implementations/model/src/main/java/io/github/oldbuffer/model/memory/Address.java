package io.github.oldbuffer.model.memory;

import io.github.oldbuffer.spec.transcript.Sample;

/**
 * A pointer other than NULL; NULL is {@code null}.
 *
 * @param memory the block it points into; two addresses in different blocks never equal each other
 * @param offset in bytes from the start of the block, possibly outside it
 */
public record Address(Memory memory, long offset) {

    /** The address {@code bytes} further on, or further back where negative. */
    public Address plus(long bytes) {
        return bytes == 0 ? this : new Address(memory, offset + bytes);
    }

    /** Whether {@code count} bytes from here on can be read. */
    public boolean readable(long count) {
        return memory.readable(offset, count);
    }

    /** The byte here, 0 to 255; {@link IndexOutOfBoundsException} where there is none. */
    public int read() {
        return memory.read(offset);
    }

    /** Stores the lowest eight bits of {@code value} here; {@link IndexOutOfBoundsException} where nothing is. */
    public void write(int value) {
        memory.write(offset, value);
    }

    /** Samples {@code length} bytes (0 or more) from here on; no bytes can be read anywhere. */
    public Sample sample(long length) {
        return length == 0 || readable(length) ? Sample.take(length, i -> memory.get(offset + i)) : Sample.UNREADABLE;
    }
}
