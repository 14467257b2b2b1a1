package io.github.oldbuffer.model.memory;

import io.github.oldbuffer.spec.exporter.Pattern;

/** Memory held whole. */
final class DenseMemory extends Memory {

    private static final int PERIOD = 251;

    /** Byte {@code i} is {@code i % 251}, so that the pattern of every seed is a piece of it. */
    private static final byte[] PATTERN = new byte[PERIOD + (int) Pattern.SPARSE_ABOVE];

    static {
        for (int i = 0; i < PATTERN.length; i++) {
            PATTERN[i] = (byte) (i % PERIOD);
        }
    }

    private final byte[] bytes;

    DenseMemory(int length) {
        super(length);
        bytes = new byte[length + GUARD];
    }

    static DenseMemory patterned(int length, int seed) {
        DenseMemory memory = new DenseMemory(length);
        System.arraycopy(PATTERN, seed, memory.bytes, 0, length);
        return memory;
    }

    @Override
    int get(long offset) {
        return bytes[(int) offset] & 0xFF;
    }

    @Override
    void put(long offset, int value) {
        bytes[(int) offset] = (byte) value;
    }

    @Override
    void copyInto(Memory copy, long count) {
        for (int i = 0; i < count; i++) {
            copy.put(i, get(i));
        }
    }
}
