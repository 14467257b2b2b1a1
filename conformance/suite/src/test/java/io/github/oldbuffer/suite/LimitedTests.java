package io.github.oldbuffer.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.model.ModelImplementation;
import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.suite.compare.DiffResult;
import io.github.oldbuffer.suite.compare.DiffRunner;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An implementation that has little gets scenarios of what it has. */
class LimitedTests {

    private static final SuiteOptions OPTIONS =
            new SuiteOptions(300, 42, List.of("READ-1", "READ-2", "CHECK-3", "NEW-3"));

    @Test
    void littleOrNothingIsThrownAway() {
        Run run = SuiteRunner.run(new Limited(), OPTIONS, KnownDeviations.NONE, ProgressListener.NONE)
                .run();
        for (ClauseResult clause : run.clauses().subList(0, 3)) {
            assertEquals(Verdict.HOLDS, clause.verdict(), clause::toString);
            assertTrue(clause.scenarios() > 250, clause::toString);
        }
    }

    /** It is the only one of whose scenarios it supports none. */
    @Test
    void aClauseThatNeedsWhatIsNotThereIsNotExercised() {
        Run run = SuiteRunner.run(new Limited(), OPTIONS, KnownDeviations.NONE, ProgressListener.NONE)
                .run();
        assertEquals(Verdict.NOT_EXERCISED, run.clauses().get(3).verdict());
        assertEquals(300, run.unsupported());
    }

    @Test
    void itIsComparedByWhatBothHave() {
        DiffResult result = DiffRunner.run(
                ModelImplementation.lawful(),
                new Limited(),
                OPTIONS,
                LocalDate.of(2026, 11, 28),
                ProgressListener.NONE);
        assertEquals(
                List.of(),
                result.left().findings().stream()
                        .filter(finding -> finding.kind() == Kind.DIFFERENCE)
                        .toList());
        // all but what needs steps that are not there, and exporters that break the rules
        assertTrue(result.compared() >= 30 * 300, result::toString);
    }
}
