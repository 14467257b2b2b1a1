package io.github.oldbuffer.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.model.ModelImplementation;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Replayed;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.suite.known.KnownDeviation;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KnownDeviationsInRunsTests {

    private static final String WHY = "counted wrongly since ever";

    @Test
    void aKnownDeviationIsReportedWithTheWitnessOnFileAndDoesNotCount() {
        Finding found = found(shortBy(1));
        Scenario onFile = larger(found.shown().scenario());
        KnownDeviation entry = entry(found, "distorted", onFile);
        Run run = run(shortBy(1), new KnownDeviations(List.of(entry)));

        assertTrue(run.conforms(), run::toString);
        assertEquals(Verdict.VIOLATED, run.clauses().get(0).verdict());
        assertEquals(1, run.findings().size());
        assertEquals(entry.filed(), run.findings().get(0).filed());
        assertEquals(onFile, run.findings().get(0).shown().scenario());
        assertEquals(300, run.scenarios());
        assertEquals(1, run.replayed().size());
        assertTrue(run.stale().isEmpty());
    }

    @Test
    void anEntryWhoseWitnessDeviatesNoMoreIsStale() {
        KnownDeviation entry = entry(found(shortBy(1)), "model");
        Run run = run(ModelImplementation.lawful(), new KnownDeviations(List.of(entry)));

        assertStale(entry, run);
        assertEquals(Verdict.HOLDS, run.clauses().get(0).verdict());
    }

    @Test
    void aStaleEntryExcusesWhatItTellsOfOnlyWhereItStillHappens() {
        Finding found = found(shortBy(1));
        KnownDeviation elsewhere = entry(found, "distorted", new Scenario(List.of()));
        Run run = run(shortBy(1), new KnownDeviations(List.of(elsewhere)));

        assertStale(elsewhere, run);
        assertFalse(run.conforms());
    }

    @Test
    void anEntryForAnotherImplementationOrClauseIsLeftAside() {
        KnownDeviation other = entry(found(shortBy(1)), "cpython");
        Run run = run(shortBy(1), new KnownDeviations(List.of(other)));

        assertTrue(run.replayed().isEmpty());
        assertFalse(run.conforms());
        Run anotherClause = SuiteRunner.run(
                        ModelImplementation.lawful(),
                        new SuiteOptions(20, 1, List.of("CHAR-1")),
                        new KnownDeviations(List.of(entry(found(shortBy(1)), "model"))),
                        ProgressListener.NONE)
                .run();
        assertTrue(anotherClause.replayed().isEmpty());
    }

    @Test
    void anEntryAboutADeathIsReplayedWhereItsFunctionIsAskedFor() {
        Distorted dying = Distorted.dying(
                Outcome.Death.CRASHED,
                "SIGSEGV",
                (scenario, step) -> scenario.steps().get(step) instanceof Step.Call call
                        && call.function() == Function.READ
                        && scenario.toString().contains("ByteArray["));
        KnownDeviation entry = entry(found(dying), "distorted");
        assertEquals(Optional.empty(), entry.clause());

        Run about = run(dying, new KnownDeviations(List.of(entry)));
        assertTrue(about.conforms(), about::toString);
        assertEquals(Verdict.DIED, about.clauses().get(0).verdict());
        assertEquals(1, about.replayed().size());

        KnownDeviation mended = entry.as("model", WHY);
        assertStale(mended, run(ModelImplementation.lawful(), new KnownDeviations(List.of(mended))));
        Run anotherFunction = SuiteRunner.run(
                        ModelImplementation.lawful(),
                        new SuiteOptions(20, 1, List.of("CHAR-1")),
                        new KnownDeviations(List.of(mended)),
                        ProgressListener.NONE)
                .run();
        assertTrue(anotherFunction.replayed().isEmpty());
    }

    @Test
    void anEntryAboutADeathOutsideTheFourFunctionsIsReplayedByARunOfEveryClause() {
        KnownDeviation entry = KnownDeviation.of(
                found(
                        Distorted.dying(
                                Outcome.Death.CRASHED,
                                "SIGSEGV",
                                (scenario, step) -> scenario.steps().get(step) instanceof Step.Acquire),
                        "NEW-1"),
                "model",
                WHY);
        assertEquals("PyObject_GetBuffer", entry.function());
        Run whole = SuiteRunner.run(
                        ModelImplementation.lawful(),
                        new SuiteOptions(1, 1, List.of()),
                        new KnownDeviations(List.of(entry)),
                        ProgressListener.NONE)
                .run();
        assertStale(entry, whole);
    }

    @Test
    void anEntryAboutADifferenceIsLeftAsideByARunThatComparesNothing() {
        KnownDeviation difference = new KnownDeviation(
                "model",
                entry(found(shortBy(1)), "model").versions(),
                Optional.empty(),
                "PyObject_AsReadBuffer",
                Optional.empty(),
                List.of("PyObject_AsReadBuffer: the length: 3, the other: 4"),
                Set.of(),
                WHY,
                found(shortBy(1)).shown().scenario(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertEquals(
                List.of(),
                run(ModelImplementation.lawful(), new KnownDeviations(List.of(difference)))
                        .replayed());
    }

    private static void assertStale(KnownDeviation entry, Run run) {
        assertEquals(1, run.stale().size(), run::toString);
        Replayed stale = run.stale().get(0);
        assertEquals(entry.function(), stale.function());
        assertEquals(entry.clause(), Optional.ofNullable(stale.clause()));
        assertEquals(entry.symptoms(), stale.symptoms());
    }

    /** The same with one call more, which says the same and is not the smallest. */
    private static Scenario larger(Scenario witness) {
        List<Step> steps = new ArrayList<>(witness.steps());
        steps.add(Step.Call.of(Function.CHECK, 0));
        return new Scenario(steps);
    }

    private static KnownDeviation entry(Finding found, String implementation) {
        return KnownDeviation.of(found, implementation, WHY);
    }

    private static KnownDeviation entry(Finding found, String implementation, Scenario witness) {
        Finding.Shown shown = found.shown();
        return entry(
                found.withShown(
                        new Finding.Shown(shown.theme(), witness, shown.step(), shown.transcript(), shown.other())),
                implementation);
    }

    private static Finding found(Implementation implementation) {
        return found(implementation, "READ-5");
    }

    private static Finding found(Implementation implementation, String clause) {
        return run(implementation, KnownDeviations.NONE, clause).findings().get(0);
    }

    private static Distorted shortBy(long bytes) {
        return Distorted.calls(
                (call, called) -> call.function() == Function.READ && called.length() != null && called.length() > 8
                        ? Distorted.withLength(called, called.length() - bytes)
                        : called);
    }

    private static Run run(Implementation implementation, KnownDeviations known) {
        return run(implementation, known, "READ-5");
    }

    private static Run run(Implementation implementation, KnownDeviations known, String clause) {
        return SuiteRunner.run(implementation, new SuiteOptions(300, 1, List.of(clause)), known, ProgressListener.NONE)
                .run();
    }
}
