package io.github.oldbuffer.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.model.ModelImplementation;
import io.github.oldbuffer.reports.results.Run.Overall;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.suite.known.KnownDeviation;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.known.VersionRange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnownDeviationRunTests {

    @Test
    void aKnownDeviationIsReportedWithTheWitnessOnFileAndDoesNotCount() {
        Deviation found = found(shortBy(1));
        SuiteResult result = run(shortBy(1), new KnownDeviations(List.of(entry(found, "distorted"))));
        ClauseOutcome outcome = result.clauses().get(0);

        assertTrue(result.conforms(), result::toString);
        assertEquals(Overall.VIOLATED, outcome.verdict());
        assertEquals(1, outcome.violations().size());
        assertEquals(
                entry(found, "distorted"), outcome.violations().get(0).known().orElseThrow());
        assertEquals(found.witness(), outcome.violations().get(0).witness());
        assertEquals(300, outcome.ran());
        assertTrue(result.stale().isEmpty());
    }

    @Test
    void anEntryWhoseWitnessDeviatesNoMoreIsStale() {
        KnownDeviation entry = entry(found(shortBy(1)), "model");
        SuiteResult result = run(ModelImplementation.lawful(), new KnownDeviations(List.of(entry)));

        assertEquals(List.of(entry), result.stale());
        assertEquals(Overall.HOLDS, result.clauses().get(0).verdict());
    }

    @Test
    void aStaleEntryExcusesNothing() {
        Deviation found = found(shortBy(1));
        KnownDeviation elsewhere = new KnownDeviation(
                "distorted",
                VersionRange.ALL,
                found.clause(),
                found.symptom(),
                "filed with a witness that shows nothing",
                new Scenario(List.of()),
                Optional.empty(),
                Optional.empty());
        SuiteResult result = run(shortBy(1), new KnownDeviations(List.of(elsewhere)));

        assertEquals(List.of(elsewhere), result.stale());
        assertFalse(result.conforms());
    }

    @Test
    void anEntryForAnotherImplementationOrClauseIsLeftAside() {
        KnownDeviation other = entry(found(shortBy(1)), "cpython");
        SuiteResult result = run(shortBy(1), new KnownDeviations(List.of(other)));

        assertTrue(result.stale().isEmpty());
        assertFalse(result.conforms());
        SuiteResult anotherClause = SuiteRunner.run(
                ModelImplementation.lawful(),
                new SuiteOptions(20, 1, List.of("CHAR-1")),
                new KnownDeviations(List.of(entry(found(shortBy(1)), "model"))),
                ProgressListener.NONE);
        assertTrue(anotherClause.stale().isEmpty());
    }

    private static KnownDeviation entry(Deviation found, String implementation) {
        return new KnownDeviation(
                implementation,
                VersionRange.ALL,
                found.clause(),
                found.symptom(),
                "counted wrongly since ever",
                found.witness(),
                Optional.empty(),
                Optional.empty());
    }

    private static Deviation found(Implementation implementation) {
        return run(implementation, KnownDeviations.NONE)
                .clauses()
                .get(0)
                .violations()
                .get(0);
    }

    private static Distorted shortBy(long bytes) {
        return Distorted.calls(
                (call, called) -> call.function() == Function.READ && called.length() != null && called.length() > 8
                        ? Distorted.withLength(called, called.length() - bytes)
                        : called);
    }

    private static SuiteResult run(Implementation implementation, KnownDeviations known) {
        return SuiteRunner.run(
                implementation, new SuiteOptions(300, 1, List.of("READ-5")), known, ProgressListener.NONE);
    }
}
