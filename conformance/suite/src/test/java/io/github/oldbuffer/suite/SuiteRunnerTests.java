package io.github.oldbuffer.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.model.ModelImplementation;
import io.github.oldbuffer.reports.results.Run.Overall;
import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Raised;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SuiteRunnerTests {

    private static final int FEW = 120;

    @Test
    void aRightImplementationConformsToEveryClause() {
        SuiteResult result = run(ModelImplementation.lawful());

        assertTrue(result.conforms(), result::toString);
        assertEquals(
                Clauses.all().stream().map(Clause::id).toList(),
                result.clauses().stream().map(ClauseOutcome::clause).toList());
        assertTrue(result.clauses().stream().allMatch(clause -> clause.verdict() == Overall.HOLDS));
        assertEquals((long) FEW * Clauses.all().size(), result.scenarios());
    }

    @Test
    void aFunctionThatAlwaysFailsViolatesTheClausesOfSuccess() {
        SuiteResult result = run(Distorted.calls(
                (call, called) -> call.function() == Function.READ ? Distorted.withCode(called, -1) : called));

        assertFalse(result.conforms());
        ClauseOutcome first = clause(result, "READ-1");
        assertEquals(Overall.VIOLATED, first.verdict());
        Deviation deviation = first.violations().get(0);
        assertEquals(2, deviation.witness().steps().size(), deviation::toString);
        assertTrue(deviation.reason().contains("returned -1"), deviation::reason);
        assertEquals(2, deviation.transcript().events().size());
        assertEquals(Overall.HOLDS, clause(result, "WRITE-1").verdict());
        assertEquals(Overall.HOLDS, clause(result, "CHAR-1").verdict());
        // the function never succeeds, so nothing can be said of its successes
        assertEquals(Overall.NOT_EXERCISED, clause(result, "READ-5").verdict());
        assertEquals(
                List.of("any scenario that exercises it"),
                run(Distorted.calls((call, called) -> Distorted.withCode(called, -1)), 20, 1, "READ-5")
                        .clauses()
                        .get(0)
                        .missing());
    }

    @Test
    void aLengthInItemsViolatesTheClauseOfTheLength() {
        SuiteResult result = run(Distorted.calls((call, called) ->
                called.length() == null ? called : Distorted.withLength(called, called.length() / 2)));

        assertEquals(Overall.VIOLATED, clause(result, "READ-5").verdict());
        assertEquals(
                2,
                clause(result, "READ-5").violations().get(0).witness().steps().size());
        assertEquals(Overall.HOLDS, clause(result, "READ-1").verdict());
        assertEquals(Overall.HOLDS, clause(result, "CHECK-1").verdict());
    }

    @Test
    void anExceptionLeftOnSuccessViolatesItsClauseAlone() {
        SuiteResult result =
                run(Distorted.calls((call, called) -> called.code() == 0 && call.function() == Function.CHAR
                        ? Distorted.withRaised(called, new Raised("BufferError", false, "left over"))
                        : called));

        assertEquals(
                List.of("CHAR-9"),
                result.clauses().stream()
                        .filter(clause -> clause.verdict() != Overall.HOLDS)
                        .map(ClauseOutcome::clause)
                        .toList());
    }

    @Test
    void everySymptomOfAClauseIsFound() {
        Distorted wrong = Distorted.calls((call, called) -> call.function() == Function.CHECK
                ? Distorted.withCode(called, called.code() == 1 ? 1 : call.object() == 0 ? -1 : 1)
                : called);
        SuiteResult result = run(wrong, FEW, 1, "CHECK-2");
        List<String> symptoms = clause(result, "CHECK-2").violations().stream()
                .map(Deviation::symptom)
                .toList();

        assertFalse(symptoms.isEmpty());
        assertEquals(symptoms.stream().distinct().toList(), symptoms);
        // the last round runs every try, with what was found left out
        assertEquals(FEW, clause(result, "CHECK-2").ran());
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
        Map<String, ClauseOutcome> together = run(halfWrong(), 60, 3).clauses().stream()
                .collect(Collectors.toMap(ClauseOutcome::clause, outcome -> outcome));
        Map<String, ClauseOutcome> alone = new TreeMap<>();
        for (String clause : List.of("NEW-5", "READ-6", "WRITE-5", "READ-3")) {
            alone.put(clause, run(halfWrong(), 60, 3, clause).clauses().get(0));
        }

        alone.forEach((clause, outcome) -> assertEquals(together.get(clause), outcome));
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
        ClauseOutcome outcome = run(silent, 1_000, 1, "READ-1").clauses().get(0);

        assertEquals(Overall.NOT_EXERCISED, outcome.verdict());
        assertEquals(1, outcome.missing().size(), outcome::toString);
        assertTrue(outcome.missing().get(0).contains("array"), outcome::toString);
        assertFalse(outcome.conforms());
    }

    @Test
    void whatIsNotSupportedIsCountedAndNotDemanded() {
        Distorted poor =
                Distorted.by((scenario, transcript) -> scenario.toString().contains("exporter=Array[")
                        ? Transcript.unsupported(0, "array.array")
                        : transcript);
        SuiteResult result = run(poor, 1_000, 1, "READ-1");

        assertTrue(result.conforms(), result::toString);
        assertTrue(result.unsupported() > 0);
        assertEquals(1_000, result.scenarios());
    }

    @Test
    void whereNothingIsSupportedNothingIsExercised() {
        Distorted none = Distorted.by((scenario, transcript) -> Transcript.unsupported(0, "anything"));
        SuiteResult result = run(none, FEW, 1, "READ-1");

        assertEquals(Overall.NOT_EXERCISED, result.clauses().get(0).verdict());
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
        SuiteResult result = run(breaking, FEW, 1, "CHAR-1", "CHAR-2", "READ-1");

        assertEquals(
                "distorted cannot go on: the worker cannot be started again",
                result.broken().orElseThrow());
        assertEquals(Overall.HOLDS, clause(result, "CHAR-1").verdict());
        assertEquals(Overall.NOT_EXERCISED, clause(result, "CHAR-2").verdict());
        // batches of 1, 2 and 4 came back, and the next one broke
        assertEquals(7, clause(result, "CHAR-2").ran());
        assertEquals(Overall.NOT_EXERCISED, clause(result, "READ-1").verdict());
        assertFalse(result.conforms());
    }

    private static Implementation halfWrong() {
        return Distorted.calls((call, called) -> called.length() != null && called.length() > 8
                ? Distorted.withLength(called, called.length() - 1)
                : called);
    }

    private static ClauseOutcome clause(SuiteResult result, String id) {
        return result.clauses().stream()
                .filter(outcome -> outcome.clause().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static SuiteResult run(Implementation implementation) {
        return run(implementation, FEW, 1);
    }

    private static SuiteResult run(Implementation implementation, int tries, long seed, String... clauses) {
        return SuiteRunner.run(
                implementation,
                new SuiteOptions(tries, seed, List.of(clauses)),
                KnownDeviations.NONE,
                ProgressListener.NONE);
    }
}
