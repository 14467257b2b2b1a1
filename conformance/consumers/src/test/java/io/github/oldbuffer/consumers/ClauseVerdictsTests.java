package io.github.oldbuffer.consumers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.consumers.worker.Inspection;
import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClauseVerdictsTests {

    private static final Inspection INSPECTION = inspection(true);

    /** Of a function that is given up because it kills processes, what was never asked did not die of it. */
    @Test
    void whatWasNeverAskedIsNotExercised() {
        List<ClauseResult> all =
                new ClauseVerdicts(INSPECTION, false, false, true).of(Map.of("USE-4", 3L), List.of(), true);
        assertEquals(Verdict.DIED, verdict(all, "USE-1"));
        assertEquals(Verdict.NOT_EXERCISED, verdict(all, "USE-2"));
        assertEquals(Verdict.HOLDS, verdict(all, "USE-4"));
    }

    /** What the interpreter cannot be asked about at all is not open because the function kills. */
    @Test
    void whereNobodyCountsReferencesTheirCountDoesNotApply() {
        ClauseVerdicts stopped = new ClauseVerdicts(inspection(false), false, false, true);
        ClauseResult result = stopped.of(Map.of(), List.of(), false).stream()
                .filter(clause -> clause.id().equals("USE-7"))
                .findFirst()
                .orElseThrow();
        assertEquals(Verdict.NOT_APPLICABLE, result.verdict());
        assertEquals("this interpreter counts no references", result.why());
        assertEquals(
                Verdict.NOT_EXERCISED,
                verdict(new ClauseVerdicts(INSPECTION, false, false, true).of(Map.of(), List.of(), false), "USE-7"));
    }

    private static Inspection inspection(boolean counts) {
        return new Inspection(
                0, 0, List.of(), "", List.of(), "", "3.11", counts, true, false, false, false, false, List.of(true));
    }

    private static Verdict verdict(List<ClauseResult> all, String id) {
        return all.stream()
                .filter(clause -> clause.id().equals(id))
                .findFirst()
                .orElseThrow()
                .verdict();
    }
}
