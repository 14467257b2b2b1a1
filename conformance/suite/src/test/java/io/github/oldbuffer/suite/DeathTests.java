package io.github.oldbuffer.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.reports.results.Run.Overall;
import io.github.oldbuffer.spec.exporter.NonBuffer;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Outcome.Death;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeathTests {

    private static final String SYMPTOM = "CRASHED (SIGSEGV) in PyObject_CheckReadBuffer";

    @Test
    void aDeathIsACrashOfTheClauseWhosePropertyMetIt() {
        SuiteResult result = run(dyingOnText(Death.CRASHED, "SIGSEGV"), "CHECK-2");
        ClauseOutcome outcome = result.clauses().get(0);
        Deviation crash = outcome.crashes().get(0);

        assertEquals(1, outcome.crashes().size());
        assertEquals(SYMPTOM, crash.symptom());
        assertEquals(
                new Outcome.Died(Death.CRASHED, 1, "SIGSEGV"), crash.death().orElseThrow());
        assertEquals(
                Scenario.of(new Step.Make(0, new NonBuffer(NonBuffer.Kind.STR)), Step.Call.of(Function.CHECK, 0)),
                crash.witness());
        assertTrue(outcome.violations().isEmpty());
        assertFalse(result.conforms());
    }

    @Test
    void theSameDeathIsShrunkOnceForAllClauses() {
        Recording recording = new Recording(dyingOnText(Death.CRASHED, "SIGSEGV"));
        SuiteResult result = run(recording, "CHECK-2", "CHECK-3");

        for (ClauseOutcome outcome : result.clauses()) {
            assertEquals(
                    List.of(SYMPTOM),
                    outcome.crashes().stream().map(Deviation::symptom).toList());
            assertEquals(outcome.clause(), outcome.crashes().get(0).clause());
        }
        assertEquals(
                result.clauses().get(0).crashes().get(0).witness(),
                result.clauses().get(1).crashes().get(0).witness());
    }

    @Test
    void triesAreGivenUpWhenTheImplementationDiesTooOften() {
        Recording always = new Recording(Distorted.dying(
                Death.CRASHED, "SIGABRT", (scenario, step) -> scenario.steps().get(step) instanceof Step.Call));
        ClauseOutcome outcome = run(always, "CHECK-2").clauses().get(0);

        assertEquals(Execution.DEATHS, outcome.ran());
        assertEquals(Overall.NOT_EXERCISED, outcome.verdict());
        assertEquals(
                List.of("490 of 500 tries, given up because the implementation died too often"), outcome.missing());
        assertTrue(
                always.scenarios().size() <= 1 + Execution.SHRINK_ATTEMPTS_OF_DEATHS + Execution.DEATHS,
                "ran " + always.scenarios().size());
    }

    @Test
    void aHangIsADeathToo() {
        Deviation hang = run(dyingOnText(Death.TIMED_OUT, "10 s"), "CHECK-3")
                .clauses()
                .get(0)
                .crashes()
                .get(0);

        assertEquals("TIMED_OUT (10 s) in PyObject_CheckReadBuffer", hang.symptom());
        assertTrue(hang.reason().contains("did not come back"), hang::reason);
    }

    private static Distorted dyingOnText(Death death, String detail) {
        return Distorted.dying(death, detail, (scenario, step) -> {
            return scenario.steps().get(step) instanceof Step.Call call
                    && call.function() == Function.CHECK
                    && scenario.toString().contains("STR");
        });
    }

    private static SuiteResult run(Implementation implementation, String... clauses) {
        return SuiteRunner.run(
                implementation,
                new SuiteOptions(500, 1, List.of(clauses)),
                KnownDeviations.NONE,
                ProgressListener.NONE);
    }
}
