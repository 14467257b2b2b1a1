package io.github.oldbuffer.spec.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.spec.exporter.Pattern;
import org.junit.jupiter.api.Test;

/** Memory remembers its pattern, its changes, and what resizes cut away. */
class ContentsTests {

    @Test
    void startsAsThePatternLaidDown() {
        Contents contents = Contents.of(300, 250);
        assertEquals(250, contents.at(0));
        assertEquals(0, contents.at(1));
        assertEquals(Pattern.at(250, 300, 299), contents.at(299));
        assertEquals("fa0001", contents.sample(0, 3).hex());
        assertEquals("0102", contents.sample(2, 2).hex());
    }

    @Test
    void aChangeIsSeenAndLeavesTheOriginalAlone() {
        Contents before = Contents.of(4, 1);
        Contents after = before.changed(2, 99).changed(2, 98);
        assertEquals("01020304", before.sample(0, 4).hex());
        assertEquals("01026204", after.sample(0, 4).hex());
    }

    @Test
    void whatAResizeCutsAwayIsZeroWhenItGrowsBack() {
        Contents contents = Contents.of(4, 1)
                .changed(0, 9)
                .changed(3, 9)
                .resized(3)
                .resized(2)
                .resized(5);
        assertEquals("0902000000", contents.sample(0, 5).hex());
        assertEquals("01020304000000", Contents.of(4, 1).resized(7).sample(0, 7).hex());
    }

    @Test
    void aResizeKeepsTheLastByteThatFits() {
        assertEquals(
                "010209",
                Contents.of(4, 1).changed(2, 9).resized(3).sample(0, 3).hex());
    }

    @Test
    void sparseMemoryIsZeros() {
        Contents contents = Contents.of(Pattern.SPARSE_ABOVE + 1, 7);
        assertEquals(0, contents.at(0));
        assertEquals(5, contents.changed(1L << 39, 5).at(1L << 39));
    }
}
