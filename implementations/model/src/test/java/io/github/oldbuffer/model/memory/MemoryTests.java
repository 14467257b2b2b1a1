package io.github.oldbuffer.model.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.exporter.Pattern;
import io.github.oldbuffer.spec.transcript.Sample;
import org.junit.jupiter.api.Test;

/** Blocks of memory, small and huge. */
class MemoryTests {

    private static final long HUGE = (1L << 40) - 3;

    @Test
    void denseMemoryHoldsThePatternAndAGuardZoneOfZeros() {
        Memory memory = Memory.patterned(Pattern.SPARSE_ABOVE, 250);

        for (long i = 0; i < memory.length(); i++) {
            assertEquals(Pattern.at(250, memory.length(), i), memory.read(i));
        }
        assertEquals(0, memory.read(memory.length() + Memory.GUARD - 1));
        assertThrows(IndexOutOfBoundsException.class, () -> memory.read(memory.length() + Memory.GUARD));
        assertThrows(IndexOutOfBoundsException.class, () -> memory.read(-1));
    }

    @Test
    void hugeMemoryIsZeroAndKeepsWhatIsWritten() {
        Memory memory = Memory.patterned(HUGE, 7);

        assertEquals(0, memory.read(HUGE - 1));
        memory.write(HUGE - 1, 0x1FF);
        memory.write(5_000_000_000L, 9);

        assertEquals(0xFF, memory.read(HUGE - 1));
        assertEquals(0xFF, new Address(memory, HUGE - 10).sample(10).at(9));
        assertEquals(9, new Address(memory, 5_000_000_000L).read());
        assertEquals(0, memory.read(4_999_999_999L));
    }

    @Test
    void aChangeIsFoundFromTheMarkOnAndOnlyWhereAByteDiffers() {
        Memory memory = Memory.patterned(10, 0);
        memory.write(1, 77);
        memory.mark();
        assertEquals(-1, memory.firstChange(0, 10));

        memory.write(7, 50);
        memory.write(3, 50);
        memory.write(12, 50);
        assertEquals(3, memory.firstChange(0, 10));
        assertEquals(12, memory.firstChange(8, 10 + Memory.GUARD));

        memory.write(3, 3);
        assertEquals(7, memory.firstChange(0, 10), "byte 3 is what it was");
    }

    @Test
    void freedMemoryCannotBeSampled() {
        Memory memory = Memory.patterned(4, 0);
        Address address = new Address(memory, 0);
        memory.free();

        assertEquals(Sample.UNREADABLE, address.sample(4));
        assertFalse(address.readable(0));
        assertThrows(IndexOutOfBoundsException.class, () -> address.write(1));
    }

    @Test
    void aSampleThatLeavesTheGuardZoneIsUnreadable() {
        Address address = new Address(Memory.patterned(4, 0), 0);

        assertEquals(Sample.State.READ, address.sample(4 + Memory.GUARD).state());
        assertEquals(Sample.UNREADABLE, address.sample(5 + Memory.GUARD));
        assertEquals(Sample.UNREADABLE, address.sample(Long.MAX_VALUE));
        assertEquals(Sample.UNREADABLE, address.plus(-1).sample(1));
    }

    @Test
    void whatIsReadableEndsWithTheGuardZone() {
        Memory memory = Memory.zeros(4);
        long end = 4 + Memory.GUARD;
        assertTrue(memory.readable(0, end));
        assertFalse(memory.readable(0, end + 1));
        assertTrue(memory.readable(4, Memory.GUARD));
        assertFalse(memory.readable(4, Memory.GUARD + 1));
        assertTrue(memory.readable(end, 0));
        assertFalse(memory.readable(end + 1, 0));
        assertFalse(memory.readable(0, -1));
        memory.free();
        assertThrows(IndexOutOfBoundsException.class, () -> memory.read(0));
    }

    @Test
    void zerosBeyondTwoGibibytesAreThere() {
        Memory memory = Memory.zeros((1L << 32) + 4);
        assertEquals((1L << 32) + 4, memory.length());
        memory.write(1L << 32, 7);
        assertEquals(7, memory.read(1L << 32));
        Memory shrunk = memory.resized((1L << 32) + 1);
        assertEquals(7, shrunk.read(1L << 32));
        assertEquals(0, memory.resized(1L << 32).read(1L << 32), "the guard zone of the new block");
    }

    @Test
    void aChangeIsFoundWhereItIsLookedForAndNowhereElse() {
        Memory memory = Memory.zeros(8);
        memory.mark();
        memory.write(2, 9);
        assertEquals(2, memory.firstChange(2, 3));
        assertEquals(-1, memory.firstChange(0, 2));
        assertEquals(-1, memory.firstChange(3, 8));
        memory.write(2, 0);
        assertEquals(-1, memory.firstChange(0, 8), "changed back");
    }

    @Test
    void resizingKeepsTheStartAndFillsWithZeros() {
        Memory grown = Memory.patterned(4, 1).resized(70_000);
        assertEquals(4, grown.read(3));
        assertEquals(0, grown.read(4));

        grown.write(2, 99);
        Memory shrunk = grown.resized(3);
        assertEquals(99, shrunk.read(2));
        assertEquals(0, shrunk.read(3), "the guard zone of the new block");
        assertTrue(shrunk.readable(0, 3 + Memory.GUARD));
    }
}
