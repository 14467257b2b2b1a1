package io.github.oldbuffer.model.memory;

import java.util.HashMap;
import java.util.Map;

/** Memory of zeros of which only the pages written to are held, so that blocks beyond 2 GiB cost nothing. */
final class SparseMemory extends Memory {

    private static final int PAGE = 4_096;

    private final Map<Long, byte[]> pages = new HashMap<>();

    SparseMemory(long length) {
        super(length);
    }

    @Override
    int get(long offset) {
        byte[] page = pages.isEmpty() ? null : pages.get(offset / PAGE);
        return page == null ? 0 : page[(int) (offset % PAGE)] & 0xFF;
    }

    @Override
    void put(long offset, int value) {
        pages.computeIfAbsent(offset / PAGE, number -> new byte[PAGE])[(int) (offset % PAGE)] = (byte) value;
    }

    @Override
    void copyInto(Memory copy, long count) {
        pages.forEach((number, page) -> {
            for (int i = 0; i < PAGE && number * PAGE + i < count; i++) {
                copy.put(number * PAGE + i, page[i] & 0xFF);
            }
        });
    }
}
