package io.github.oldbuffer.consumers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.consumers.worker.Inspection;
import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClauseVerdictsTests {

    private static final Inspection INSPECTION = new Inspection(
            0, 0, List.of(), "", List.of(), "", "3.11", true, true, false, false, false, false, List.of(true));

    /** Of a function that is given up because it kills processes, what was never asked did not die of it. */
    @Test
    void whatWasNeverAskedIsNotExercised() {
        List<ClauseResult> all =
                new ClauseVerdicts(INSPECTION, false, false, true).of(Map.of("USE-4", 3L), List.of(), true);
        assertEquals(Verdict.DIED, verdict(all, "USE-1"));
        assertEquals(Verdict.NOT_EXERCISED, verdict(all, "USE-2"));
        assertEquals(Verdict.HOLDS, verdict(all, "USE-4"));
    }

    private static Verdict verdict(List<ClauseResult> all, String id) {
        return all.stream()
                .filter(clause -> clause.id().equals(id))
                .findFirst()
                .orElseThrow()
                .verdict();
    }
}
