package io.github.oldbuffer.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.model.ModelImplementation;
import io.github.oldbuffer.reports.results.Run.Overall;
import io.github.oldbuffer.suite.diff.DiffResult;
import io.github.oldbuffer.suite.diff.DiffRunner;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An implementation that has little gets scenarios of what it has. */
class LimitedTests {

    private static final SuiteOptions OPTIONS =
            new SuiteOptions(300, 42, List.of("READ-1", "READ-2", "CHECK-3", "NEW-3"));

    @Test
    void littleOrNothingIsThrownAway() {
        SuiteResult result = SuiteRunner.run(new Limited(), OPTIONS, KnownDeviations.NONE, ProgressListener.NONE);
        for (ClauseOutcome clause : result.clauses().subList(0, 3)) {
            assertEquals(Overall.HOLDS, clause.verdict(), clause::toString);
            assertEquals(300, clause.ran(), clause::toString);
            assertEquals(0, clause.unsupported(), clause::toString);
            assertTrue(clause.exercised() > 250, clause::toString);
        }
    }

    @Test
    void aClauseThatNeedsWhatIsNotThereIsNotExercised() {
        ClauseOutcome clause = SuiteRunner.run(new Limited(), OPTIONS, KnownDeviations.NONE, ProgressListener.NONE)
                .clauses()
                .get(3);
        assertEquals(Overall.NOT_EXERCISED, clause.verdict());
        assertEquals(300, clause.unsupported());
    }

    @Test
    void itIsComparedByWhatBothHave() {
        DiffResult result = DiffRunner.run(
                ModelImplementation.lawful(),
                new Limited(),
                OPTIONS,
                implementation -> KnownDeviations.NONE,
                ProgressListener.NONE);
        assertEquals(0, result.differing());
        // all but NEW-3, which needs a step that is not there, and exporters that break the rules
        assertEquals(6 * 300, result.compared());
    }
}
