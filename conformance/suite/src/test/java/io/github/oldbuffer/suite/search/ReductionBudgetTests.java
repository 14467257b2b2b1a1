package io.github.oldbuffer.suite.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Outcome.Death;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReductionBudgetTests {

    @Test
    void whatDoesNotComeBackCostsMoreThanWhatCrashes() {
        ReductionBudget budget = new ReductionBudget();
        assertEquals(0, budget.spend(List.of(new Ran(Transcript.completed(List.of()), null))));
        assertEquals(1, budget.spend(List.of(died(Death.CRASHED))));
        assertEquals(ReductionBudget.TIME_OUT, budget.spend(List.of(died(Death.TIMED_OUT))));
        assertTrue(budget.isLeft());
    }

    @Test
    void itIsOneBudgetForAllFindings() {
        ReductionBudget budget = new ReductionBudget();
        for (int i = 0; i < ReductionBudget.DEATHS / ReductionBudget.TIME_OUT; i++) {
            assertTrue(budget.isLeft());
            budget.spend(List.of(died(Death.TIMED_OUT)));
        }
        assertFalse(budget.isLeft());
    }

    private static Ran died(Death death) {
        return new Ran(new Transcript(new Outcome.Died(death, 1, "it"), List.of()), null);
    }
}
