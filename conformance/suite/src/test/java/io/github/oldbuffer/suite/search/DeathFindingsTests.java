package io.github.oldbuffer.suite.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.oldbuffer.model.ModelImplementation;
import io.github.oldbuffer.spec.exporter.NonBuffer;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Outcome.Death;
import io.github.oldbuffer.suite.DeviationError;
import io.github.oldbuffer.suite.Distorted;
import io.github.oldbuffer.suite.ProgressListener;
import io.github.oldbuffer.suite.StrictTrial;
import io.github.oldbuffer.suite.SuiteOptions;
import io.github.oldbuffer.suite.SuiteRunner;
import io.github.oldbuffer.suite.compare.DiffRunner;
import io.github.oldbuffer.suite.generate.Themes;
import io.github.oldbuffer.suite.known.KnownDeviation;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.sweep.Shard;
import io.github.oldbuffer.suite.sweep.Sweep;
import io.github.oldbuffer.suite.sweep.SweepRunner;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A death belongs to the function and the call that died. */
class DeathFindingsTests {

    private static final Scenario SMALLEST =
            Scenario.of(new Step.Make(0, new NonBuffer(NonBuffer.Kind.STR)), Step.Call.of(Function.CHECK, 0));

    /** It was the property's clause in a run, F-2 in a sweep and in fuzzing, and REFERENCE-1 of a port. */
    @Test
    void aDeathHasNoClauseAndIsTheSameFindingWhicheverPropertyOrCommandMeetsIt() {
        Finding death = ofRun("CHECK-2");

        assertEquals(Kind.DEATH, death.kind());
        assertNull(death.clause());
        assertEquals("PyObject_CheckReadBuffer", death.function());
        assertEquals("CRASHED (SIGSEGV) in PyObject_CheckReadBuffer", death.symptom());
        assertEquals(SMALLEST, death.shown().scenario());
        assertSame(death, ofRun("CHECK-3"));
        assertSame(death, ofSweep());
        assertSame(death, ofDiff());
        assertSame(death, ofTestClass("CHECK-2"));
        assertSame(death, ofTestClass("ALL-1"));
    }

    @Test
    void anEntryForADeathCoversItWhicheverPropertyMeetsIt() {
        KnownDeviation entry = KnownDeviation.of(ofRun("CHECK-2"), "distorted", "it looks at the type first");
        for (String clause : List.of("CHECK-1", "CHECK-2", "CHECK-3", "ALL-1")) {
            List<Finding> findings = run(new KnownDeviations(List.of(entry)), clause);
            assertEquals(1, findings.size(), clause);
            assertEquals(entry.filed(), findings.get(0).filed(), clause);
        }
    }

    /** The clauses that a death leaves open: the theme's, and without one those about the function. */
    @Test
    void aDeathLeavesOpenWhatItsScenarioIsAbout() {
        assertEquals(List.of("ALL-1"), Judged.bound(new Try("ALL-1", SMALLEST), 1));
        assertEquals(
                List.of("CHECK-1", "CHECK-2", "CHECK-3", "CHECK-4", "CHECK-5", "ALL-1", "ALL-3"),
                Judged.bound(new Try("", SMALLEST), 1));
        assertEquals(List.of(), Judged.bound(new Try("", SMALLEST), 2), "the cleanup is no call");
    }

    private static void assertSame(Finding death, Finding other) {
        assertEquals(death.key(), other.key());
        assertEquals(death.object(), other.object());
        assertEquals(death.signal(), other.signal());
        assertEquals(
                FindingIds.named(FakeExaminer.IDENTITY, List.of(death)).get(0).id(),
                FindingIds.named(FakeExaminer.IDENTITY, List.of(other)).get(0).id());
    }

    private static Finding ofRun(String clause) {
        List<Finding> findings = run(KnownDeviations.NONE, clause);
        assertEquals(1, findings.size(), clause);
        return findings.get(0);
    }

    private static List<Finding> run(KnownDeviations known, String clause) {
        return SuiteRunner.run(dying(), new SuiteOptions(2_000, 1, List.of(clause)), known, ProgressListener.NONE)
                .run()
                .findings();
    }

    private static Finding ofSweep() {
        Tally tally = SweepRunner.run(
                new Sweep(1, List.of(new NonBuffer(NonBuffer.Kind.STR))),
                Shard.WHOLE,
                List.of(dying()),
                Search.Watcher.NONE);
        return plain(tally.findings());
    }

    private static Finding ofDiff() {
        return plain(DiffRunner.run(
                        dying(),
                        ModelImplementation.lawful(),
                        new SuiteOptions(60, 1, List.of()),
                        LocalDate.of(2026, 11, 28),
                        ProgressListener.NONE)
                .left()
                .findings());
    }

    private static Finding ofTestClass(String clause) {
        StrictTrial trial = new StrictTrial(dying(), new SuiteOptions(2_000, 1, List.of()), KnownDeviations.NONE);
        return assertThrows(
                        DeviationError.class,
                        () -> ClauseSource.of(Themes.of(clause), trial.seed(clause), 2_000, trial.supports())
                                .forEachRemaining(tried -> trial.check(clause, tried.scenario())))
                .finding();
    }

    /** A call with NULL or with an exception pending dies of the same, and is another finding. */
    private static Finding plain(List<Finding> findings) {
        return findings.stream()
                .filter(finding ->
                        finding.kind() == Kind.DEATH && !finding.symptom().endsWith(")"))
                .reduce((one, other) -> {
                    throw new AssertionError(one + " and " + other);
                })
                .orElseThrow(() -> new AssertionError(findings.toString()));
    }

    /** Dies of whether text can be read. */
    private static Implementation dying() {
        return Distorted.dying(
                Death.CRASHED,
                "SIGSEGV",
                (scenario, step) -> scenario.steps().get(step) instanceof Step.Call call
                        && call.function() == Function.CHECK
                        && scenario.steps().stream()
                                .anyMatch(each -> each instanceof Step.Make make
                                        && make.object() == call.object()
                                        && make.exporter().equals(new NonBuffer(NonBuffer.Kind.STR))));
    }
}
