package io.github.oldbuffer.model.memory;

import io.github.oldbuffer.spec.exporter.Pattern;
import java.util.HashMap;
import java.util.Map;

/**
 * A block of bytes with a guard zone behind it.
 *
 * <p>Offsets are in bytes from the start of the block. The guard zone ({@value #GUARD} bytes) is there to be read and
 * written by code that runs past the end, as the heap behind a C object is; everything else outside the block, and the
 * whole block once it is freed, is unreadable.
 */
public abstract class Memory {

    /** Bytes of the guard zone behind the block. */
    public static final int GUARD = 64;

    private final long length;
    private boolean freed;

    /** What bytes were at the last mark, by offset; {@code null} while nothing was written since. */
    private Map<Long, Integer> before;

    Memory(long length) {
        this.length = length;
    }

    /**
     * Memory whose contents follow {@link Pattern}.
     *
     * @param length in bytes, 0 or more; sparse beyond {@link Pattern#SPARSE_ABOVE}
     * @param seed 0 to 250
     */
    public static Memory patterned(long length, int seed) {
        return length > Pattern.SPARSE_ABOVE ? new SparseMemory(length) : DenseMemory.patterned((int) length, seed);
    }

    /** Memory of {@code length} zeros; sparse beyond {@link Pattern#SPARSE_ABOVE}. */
    public static Memory zeros(long length) {
        return length > Pattern.SPARSE_ABOVE ? new SparseMemory(length) : new DenseMemory((int) length);
    }

    /** A place where nothing is: no byte of it can be read. */
    public static Memory nowhere() {
        Memory memory = new DenseMemory(0);
        memory.free();
        return memory;
    }

    /** Bytes in the block, the guard zone left out. */
    public final long length() {
        return length;
    }

    /** Whether {@code count} bytes from {@code offset} on can be read. */
    public final boolean readable(long offset, long count) {
        // compared without a sum, which could overflow
        return !freed && offset >= 0 && count >= 0 && offset <= length + GUARD && count <= length + GUARD - offset;
    }

    /**
     * The byte at an offset, 0 to 255.
     *
     * @throws IndexOutOfBoundsException where nothing can be read
     */
    public final int read(long offset) {
        requireReadable(offset);
        return get(offset);
    }

    /**
     * Stores a byte, of which the lowest eight bits count.
     *
     * @throws IndexOutOfBoundsException where nothing can be written
     */
    public final void write(long offset, int value) {
        requireReadable(offset);
        if (before == null) {
            before = new HashMap<>();
        }
        before.putIfAbsent(offset, get(offset));
        put(offset, value & 0xFF);
    }

    /** Forgets what was changed so far. */
    public final void mark() {
        before = null;
    }

    /**
     * The offset of the first byte that is not what it was at the last mark; -1 where there is none.
     *
     * @param from the first offset looked at
     * @param to the offset behind the last one looked at
     */
    public final long firstChange(long from, long to) {
        if (before == null) {
            return -1;
        }
        return before.entrySet().stream()
                .filter(byteBefore -> get(byteBefore.getKey()) != byteBefore.getValue())
                .mapToLong(Map.Entry::getKey)
                .filter(offset -> from <= offset && offset < to)
                .min()
                .orElse(-1);
    }

    /** Gives the block back: from now on nothing in it can be read. */
    public final void free() {
        freed = true;
    }

    /** A new block of another length with the same bytes at its start and zeros behind them. */
    public final Memory resized(long newLength) {
        Memory copy = zeros(newLength);
        copyInto(copy, Math.min(length, newLength));
        return copy;
    }

    /** The byte at an offset that is known to be readable. */
    abstract int get(long offset);

    /** Stores a byte (0 to 255) at an offset that is known to be readable. */
    abstract void put(long offset, int value);

    /** Copies the first {@code count} bytes into another block that holds zeros. */
    abstract void copyInto(Memory copy, long count);

    private void requireReadable(long offset) {
        if (!readable(offset, 1)) {
            throw new IndexOutOfBoundsException("offset " + offset + " of " + length + " bytes cannot be accessed");
        }
    }
}
