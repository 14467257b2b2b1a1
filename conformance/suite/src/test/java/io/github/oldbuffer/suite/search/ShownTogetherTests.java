package io.github.oldbuffer.suite.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.spec.results.Finding;
import org.junit.jupiter.api.Test;

class ShownTogetherTests {

    private static final Finding.Key ONE = new Finding.Key(Finding.Kind.VIOLATION, "f", "READ-1", "one");
    private static final Finding.Key OTHER = new Finding.Key(Finding.Kind.VIOLATION, "f", "READ-2", "other");

    @Test
    void a_scenario_that_shows_several_findings_counts_once() {
        Tally tally = Tally.counting();
        tally.ran();
        tally.shows(ONE, "bytes");
        tally.shows(OTHER, "bytes");
        tally.ran();
        tally.shows(ONE, "mmap");
        tally.ran();
        assertEquals(2, tally.showing((key, object) -> true));
        assertEquals(2, tally.showing((key, object) -> key.equals(ONE)));
        assertEquals(1, tally.showing((key, object) -> key.equals(OTHER)));
        assertEquals(1, tally.showing((key, object) -> object.equals("mmap")), "one symptom may have two causes");
    }

    @Test
    void who_does_not_count_says_none() {
        Tally tally = new Tally();
        tally.ran();
        tally.shows(ONE, "bytes");
        assertEquals(0, tally.showing((key, object) -> true));
    }
}
