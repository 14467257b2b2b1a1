package io.github.oldbuffer.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.model.ModelImplementation;
import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Raised;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.search.Explored;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SuiteRunnerTests {

    private static final int FEW = 120;

    @Test
    void aRightImplementationConformsToEveryClause() {
        Run result = run(ModelImplementation.lawful());

        assertTrue(result.conforms(), result::toString);
        assertEquals(
                Clauses.all().stream().map(Clause::id).toList(),
                result.clauses().stream().map(ClauseResult::id).toList());
        assertTrue(result.clauses().stream().allMatch(clause -> clause.verdict() == Verdict.HOLDS));
        assertEquals((long) FEW * Clauses.all().size(), result.scenarios());
    }

    @Test
    void aFunctionThatAlwaysFailsViolatesTheClausesOfSuccess() {
        Run result = run(Distorted.calls(
                (call, called) -> call.function() == Function.READ ? Distorted.withCode(called, -1) : called));

        assertFalse(result.conforms());
        assertEquals(Verdict.VIOLATED, clause(result, "READ-1").verdict());
        Finding violation = result.findings("READ-1").get(0);
        assertEquals(2, violation.shown().scenario().steps().size(), violation::toString);
        assertTrue(violation.reason().contains("returned -1"), violation::reason);
        assertEquals(2, violation.shown().transcript().events().size());
        assertEquals("PyObject_AsReadBuffer", violation.function());
        assertEquals(Verdict.HOLDS, clause(result, "WRITE-1").verdict());
        assertEquals(Verdict.HOLDS, clause(result, "CHAR-1").verdict());
        // the function never succeeds, so nothing can be said of its successes
        assertEquals(Verdict.NOT_EXERCISED, clause(result, "READ-5").verdict());
        assertEquals(
                "no scenario exercised it",
                run(Distorted.calls((call, called) -> Distorted.withCode(called, -1)), 20, 1, "READ-5")
                        .clauses()
                        .get(0)
                        .why());
    }

    @Test
    void aLengthInItemsViolatesTheClauseOfTheLength() {
        Run result = run(Distorted.calls((call, called) ->
                called.length() == null ? called : Distorted.withLength(called, called.length() / 2)));

        assertEquals(Verdict.VIOLATED, clause(result, "READ-5").verdict());
        assertEquals(
                2, result.findings("READ-5").get(0).shown().scenario().steps().size());
        assertEquals(Verdict.HOLDS, clause(result, "READ-1").verdict());
        assertEquals(Verdict.HOLDS, clause(result, "CHECK-1").verdict());
    }

    @Test
    void anExceptionLeftOnSuccessViolatesItsClauseAlone() {
        Run result = run(Distorted.calls((call, called) -> called.code() == 0 && call.function() == Function.CHAR
                ? Distorted.withRaised(called, new Raised("BufferError", false, "left over"))
                : called));

        assertEquals(
                List.of("CHAR-9"),
                result.clauses().stream()
                        .filter(clause -> clause.verdict() != Verdict.HOLDS)
                        .map(ClauseResult::id)
                        .toList());
    }

    @Test
    void everySymptomOfAClauseIsFound() {
        Distorted wrong = Distorted.calls((call, called) -> call.function() == Function.CHECK
                ? Distorted.withCode(called, called.code() == 1 ? 1 : call.object() == 0 ? -1 : 1)
                : called);
        Run result = run(wrong, FEW, 1, "CHECK-2");
        List<String> symptoms =
                result.findings("CHECK-2").stream().map(Finding::symptom).toList();

        assertFalse(symptoms.isEmpty());
        assertEquals(symptoms.stream().distinct().toList(), symptoms);
        // what was found does not stop the search
        assertEquals(FEW, result.scenarios());
    }

    @Test
    void theSameSeedGivesTheSameScenariosAndTheSameResult() {
        Recording first = new Recording(halfWrong());
        Recording second = new Recording(halfWrong());

        assertEquals(run(first, FEW, 7), run(second, FEW, 7));
        assertEquals(first.scenarios(), second.scenarios());
        Recording third = new Recording(halfWrong());
        run(third, FEW, 8);
        assertNotEquals(first.scenarios(), third.scenarios());
    }

    @Test
    void aClauseIsJudgedAlikeAloneAndAmongOthers() {
        Run together = run(halfWrong(), 60, 3);
        for (String clause : List.of("NEW-5", "READ-6", "WRITE-5", "READ-3")) {
            Run alone = run(halfWrong(), 60, 3, clause);
            assertEquals(List.of(clause(together, clause)), alone.clauses());
            assertEquals(withoutCauses(together.findings(clause)), withoutCauses(alone.findings()));
        }
        assertFalse(together.findings("WRITE-5").isEmpty());
    }

    @Test
    void theScenariosOfTwoClausesAreIndependent() {
        Recording one = new Recording(ModelImplementation.lawful());
        Recording other = new Recording(ModelImplementation.lawful());
        run(one, FEW, 1, "READ-2");
        run(other, FEW, 1, "READ-3");

        assertNotEquals(one.scenarios(), other.scenarios());
    }

    @Test
    void aDemandThatIsNotMetIsNamed() {
        Distorted silent = Distorted.by((scenario, transcript) ->
                scenario.toString().contains("exporter=Array[") ? Transcript.completed(List.of()) : transcript);
        Run result = run(silent, 1_000, 1, "READ-1");
        ClauseResult clause = result.clauses().get(0);

        assertEquals(Verdict.NOT_EXERCISED, clause.verdict());
        assertTrue(clause.why().contains("array"), clause::why);
        assertFalse(clause.why().contains("; "), "one demand and no other: " + clause.why());
        assertTrue(clause.scenarios() > 0, clause::toString);
        assertFalse(result.conforms());
    }

    @Test
    void whatIsNotSupportedIsCountedAndNotDemanded() {
        Distorted poor =
                Distorted.by((scenario, transcript) -> scenario.toString().contains("exporter=Array[")
                        ? Transcript.unsupported(0, "array.array")
                        : transcript);
        Run result = run(poor, 1_000, 1, "READ-1");

        assertTrue(result.conforms(), result::toString);
        assertTrue(result.unsupported() > 0);
        assertEquals(1_000, result.scenarios());
    }

    @Test
    void whereNothingIsSupportedNothingIsExercised() {
        Distorted none = Distorted.by((scenario, transcript) -> Transcript.unsupported(0, "anything"));
        Run result = run(none, FEW, 1, "READ-1");

        assertEquals(Verdict.NOT_EXERCISED, result.clauses().get(0).verdict());
        assertEquals(FEW, result.unsupported());
    }

    @Test
    void anImplementationThatBreaksLosesNothingThatWasFound() {
        List<Scenario> seen = new ArrayList<>();
        Distorted breaking = Distorted.by((scenario, transcript) -> {
            seen.add(scenario);
            if (seen.size() > FEW + 10) {
                throw new IllegalStateException("the worker cannot be started again");
            }
            return transcript;
        });
        Run result = run(breaking, FEW, 1, "CHAR-1", "CHAR-2", "READ-1");

        assertEquals("distorted cannot go on: the worker cannot be started again", result.broken());
        assertEquals(Verdict.HOLDS, clause(result, "CHAR-1").verdict());
        assertEquals(Verdict.NOT_EXERCISED, clause(result, "CHAR-2").verdict());
        // batches of 1, 2 and 4 came back, and the next one broke
        assertEquals(FEW + 7, result.scenarios());
        assertEquals(
                (FEW - 7) + " of " + FEW + " tries, because the implementation cannot go on",
                clause(result, "CHAR-2").why());
        assertEquals(
                FEW + " of " + FEW + " tries, because the implementation cannot go on",
                clause(result, "READ-1").why());
        assertEquals(Verdict.NOT_EXERCISED, clause(result, "READ-1").verdict());
        assertFalse(result.conforms());
    }

    @Test
    void aRunThatGoesOnFromItsJournalEndsLikeOneThatWasNeverInterrupted() {
        Distorted dying = Distorted.dying(
                Outcome.Death.CRASHED,
                "SIGSEGV",
                (scenario, step) -> scenario.steps().get(step) instanceof Step.Call call
                        && call.function() == Function.READ
                        && scenario.toString().contains("ByteArray["));
        Remembering journal = new Remembering(new TreeMap<>());
        Explored whole = run(dying, journal);
        assertFalse(whole.run().findings().isEmpty());
        Recording recording = new Recording(dying);
        Remembering interrupted = new Remembering(new TreeMap<>(journal.results()));
        interrupted.results().keySet().retainAll(List.of("CHAR-1", "READ-1", "READ-2"));

        assertEquals(whole, run(recording, interrupted));
        assertTrue(
                recording.scenarios().size() < whole.run().scenarios() - 2 * FEW,
                "what the journal remembers is not run again");
    }

    private static Explored run(Implementation implementation, RunJournal journal) {
        return SuiteRunner.run(
                implementation,
                new SuiteOptions(FEW, 1, List.of("CHAR-1", "READ-1", "READ-2", "READ-3", "READ-4")),
                KnownDeviations.NONE,
                ProgressListener.NONE,
                journal);
    }

    private record Remembering(Map<String, ThemeResult> results) implements RunJournal {
        @Override
        public Optional<ThemeResult> past(String theme) {
            return Optional.ofNullable(results.get(theme));
        }

        @Override
        public void add(ThemeResult result) {
            results.put(result.theme(), result);
        }
    }

    private static Implementation halfWrong() {
        return Distorted.calls((call, called) -> called.length() != null && called.length() > 8
                ? Distorted.withLength(called, called.length() - 1)
                : called);
    }

    private static ClauseResult clause(Run result, String id) {
        return result.clause(id).orElseThrow();
    }

    /** What a finding has in common with others depends on which others there are. */
    private static List<Finding> withoutCauses(List<Finding> findings) {
        return findings.stream().map(finding -> finding.withCause(null)).toList();
    }

    private static Run run(Implementation implementation) {
        return run(implementation, FEW, 1);
    }

    private static Run run(Implementation implementation, int tries, long seed, String... clauses) {
        return SuiteRunner.run(
                        implementation,
                        new SuiteOptions(tries, seed, List.of(clauses)),
                        KnownDeviations.NONE,
                        ProgressListener.NONE)
                .run();
    }
}
