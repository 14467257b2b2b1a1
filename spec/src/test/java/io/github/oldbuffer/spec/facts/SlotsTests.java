package io.github.oldbuffer.spec.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class SlotsTests {

    @Test
    void aCopyAndItsOriginalChangeApart() {
        Slots<String> original = new Slots<>(2);
        original.set(0, "bytes");
        Slots<String> copy = new Slots<>(original);
        Slots<String> another = new Slots<>(copy);
        original.set(0, "array");
        copy.set(1, "mmap");
        another.set(9, "ctypes");
        assertEquals("array", original.get(0));
        assertNull(original.get(1));
        assertEquals("bytes", copy.get(0));
        assertEquals("mmap", copy.get(1));
        assertNull(copy.get(9));
        assertEquals("bytes", another.get(0));
        assertNull(another.get(1));
        assertEquals("ctypes", another.get(9));
    }

    @Test
    void whatIsTakenAwayIsGoneFromOneOnly() {
        Slots<String> original = new Slots<>(0);
        original.set(3, "bytes");
        Slots<String> copy = new Slots<>(original);
        original.set(3, null);
        original.set(100, null);
        assertNull(original.get(3));
        assertNull(original.get(100));
        assertEquals("bytes", copy.get(3));
    }
}
