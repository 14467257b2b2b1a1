package io.github.oldbuffer.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.oldbuffer.spec.clause.Clauses;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuiteOptionsTests {

    @Test
    void clausesAreKeptInTheOrderOfTheContractAndOnce() {
        assertEquals(
                List.of("CHAR-2", "READ-6", "NEW-1"),
                new SuiteOptions(1, 1, List.of("NEW-1", "READ-6", "CHAR-2", "READ-6")).clauses());
    }

    @Test
    void noneMeansAll() {
        assertEquals(
                Clauses.all().size(),
                new SuiteOptions(1, 1, List.of()).clauses().size());
    }

    @Test
    void whatMakesNoSenseIsRefusedInOneSentence() {
        assertEquals(
                "no clause is called READ-99",
                assertThrows(IllegalArgumentException.class, () -> new SuiteOptions(1, 1, List.of("READ-99")))
                        .getMessage());
        assertEquals(
                "a clause needs at least 1 try, not 0",
                assertThrows(IllegalArgumentException.class, () -> new SuiteOptions(0, 1, List.of()))
                        .getMessage());
    }
}
