package io.github.oldbuffer.suite.known;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class VersionRangeTests {

    @Test
    void everyConditionHasToHold() {
        VersionRange range = VersionRange.parse(">=3.6 <3.13").orElseThrow();

        assertTrue(range.contains("3.6"));
        assertTrue(range.contains("3.6.15"));
        assertTrue(range.contains("3.12.1"));
        assertFalse(range.contains("3.13"));
        assertFalse(range.contains("3.13.0"));
        assertFalse(range.contains("3.5.9"));
    }

    @Test
    void numbersAreComparedAsNumbersAndMissingOnesAreZero() {
        assertTrue(VersionRange.parse(">3.9").orElseThrow().contains("3.10"));
        assertTrue(VersionRange.parse("==3.9").orElseThrow().contains("3.9.0"));
        assertTrue(VersionRange.parse("<=3.9.1").orElseThrow().contains("3.9.1"));
        assertFalse(VersionRange.parse("<3.9.1").orElseThrow().contains("3.9.1"));
    }

    @Test
    void anEmptyRangeContainsEveryVersion() {
        assertEquals(VersionRange.ALL, VersionRange.parse("").orElseThrow());
        assertTrue(VersionRange.ALL.contains("nightly"));
    }

    @Test
    void whatFollowsTheNumbersDoesNotCount() {
        VersionRange range = VersionRange.parse(">=3.15").orElseThrow();

        assertTrue(range.contains("3.15.0a2"));
        assertTrue(range.contains("3.15.0+ (heads/main)"));
        assertFalse(range.contains("nightly"));
        assertFalse(range.contains(""));
    }

    @Test
    void aRangeOfDebugBuildsContainsNoOthers() {
        VersionRange range = VersionRange.parse(">=3.11 debug <3.11.7").orElseThrow();

        assertTrue(range.contains("3.11.2+debug"));
        assertFalse(range.contains("3.11.2"));
        assertFalse(range.contains("3.11.7+debug"));
        assertTrue(VersionRange.parse(">=3.11").orElseThrow().contains("3.11.2+debug"));
        assertEquals(">=3.11 <3.11.7 debug", range.toString());
    }

    @Test
    void anythingElseIsNoRange() {
        for (String text : new String[] {"3.6", ">=", ">=3.x", "~=3.6", ">= 3.6", ">=3.6,<3.9"}) {
            assertTrue(VersionRange.parse(text).isEmpty(), text);
        }
    }

    @Test
    void itsTextReadsBackEqual() {
        VersionRange range = VersionRange.parse("  >=3.6   <3.13 ").orElseThrow();

        assertEquals(">=3.6 <3.13", range.toString());
        assertEquals(range, VersionRange.parse(range.toString()).orElseThrow());
    }
}
