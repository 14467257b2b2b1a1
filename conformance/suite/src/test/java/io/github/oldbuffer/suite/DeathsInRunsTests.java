package io.github.oldbuffer.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.exporter.NonBuffer;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Outcome.Death;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.search.DeathBudget;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeathsInRunsTests {

    private static final int TRIES = 1_000;
    private static final String SYMPTOM = "CRASHED (SIGSEGV) in PyObject_CheckReadBuffer";
    private static final Scenario SMALLEST =
            Scenario.of(new Step.Make(0, new NonBuffer(NonBuffer.Kind.STR)), Step.Call.of(Function.CHECK, 0));

    @Test
    void aDeathIsAFindingAboutTheFunctionAndTheObject() {
        Run run = run(dyingOnText(Death.CRASHED, "SIGSEGV"), "CHECK-2");
        Finding crash = run.findings().get(0);

        assertEquals(1, run.findings().size());
        assertEquals(Kind.DEATH, crash.kind());
        assertEquals("PyObject_CheckReadBuffer", crash.function());
        assertNull(crash.clause());
        assertEquals(SYMPTOM, crash.symptom());
        assertEquals("SIGSEGV", crash.signal());
        assertEquals("non-buffer", crash.object());
        assertEquals(
                new Outcome.Died(Death.CRASHED, 1, "SIGSEGV"),
                crash.shown().transcript().outcome());
        assertEquals(SMALLEST, crash.shown().scenario());
        assertFalse(run.conforms());
    }

    @Test
    void aClauseSomeOfWhoseScenariosDiedDoesNotHold() {
        ClauseResult clause = run(dyingOnText(Death.CRASHED, "SIGSEGV"), "CHECK-2")
                .clause("CHECK-2")
                .orElseThrow();

        assertEquals(Verdict.DIED, clause.verdict());
        assertTrue(clause.why().matches("\\d+ scenarios killed the process; \\d+ scenarios not run, .*"), clause::why);
        assertTrue(clause.scenarios() > 0, "the others were run and judged");
    }

    @Test
    void theSameDeathIsOneFindingForAllClausesAndReducedOnce() {
        Recording recording = new Recording(dyingOnText(Death.CRASHED, "SIGSEGV"));
        Run run = run(recording, "CHECK-2", "CHECK-3");

        assertEquals(
                List.of(SYMPTOM), run.findings().stream().map(Finding::symptom).toList());
        assertEquals(SMALLEST, run.findings().get(0).shown().scenario());
        long reductions = recording.scenarios().size() - run.scenarios();
        assertTrue(reductions <= 32, "30 attempts to reduce it and one to see it alone, not " + reductions);
    }

    @Test
    void callsThatKillAreMadeNoMoreAfterEnoughDeaths() {
        Recording always = new Recording(Distorted.dying(
                Death.CRASHED, "SIGABRT", (scenario, step) -> scenario.steps().get(step) instanceof Step.Call));
        Run run = run(always, "CHECK-2");
        ClauseResult clause = run.clause("CHECK-2").orElseThrow();
        Map<String, Integer> made = new HashMap<>();
        always.scenarios()
                .subList(0, (int) run.scenarios())
                .forEach(scenario -> DeathBudget.culprits(scenario, firstCall(scenario))
                        .forEach(call -> made.merge(call, 1, Integer::sum)));

        assertEquals(Verdict.DIED, clause.verdict());
        assertEquals(0, clause.scenarios());
        assertTrue(clause.why().endsWith("not run, because their calls had killed the process often enough"));
        // two batches of one scenario each may be under way when the last one dies
        assertTrue(made.values().stream().allMatch(times -> times <= DeathBudget.ENOUGH + 3), made::toString);
        assertTrue(run.scenarios() < TRIES / 2, "ran " + run.scenarios());
        assertFalse(run.conforms());
    }

    @Test
    void aHangIsADeathToo() {
        Finding hang =
                run(dyingOnText(Death.TIMED_OUT, "10 s"), "CHECK-3").findings().get(0);

        assertEquals("TIMED_OUT (10 s) in PyObject_CheckReadBuffer", hang.symptom());
        assertEquals("10 s", hang.signal());
        assertTrue(hang.reason().contains("did not come back"), hang::reason);
    }

    private static Distorted dyingOnText(Death death, String detail) {
        return Distorted.dying(death, detail, (scenario, step) -> {
            return scenario.steps().get(step) instanceof Step.Call call
                    && call.function() == Function.CHECK
                    && scenario.toString().contains("STR");
        });
    }

    private static int firstCall(Scenario scenario) {
        int index = 0;
        while (!(scenario.steps().get(index) instanceof Step.Call)) {
            index++;
        }
        return index;
    }

    private static Run run(Implementation implementation, String... clauses) {
        return SuiteRunner.run(
                        implementation,
                        new SuiteOptions(TRIES, 1, List.of(clauses)),
                        KnownDeviations.NONE,
                        ProgressListener.NONE)
                .run();
    }
}
