package io.github.oldbuffer.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.model.ModelImplementation;
import io.github.oldbuffer.spec.facts.Facts;
import io.github.oldbuffer.spec.judge.Judge;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.coverage.Covered;
import io.github.oldbuffer.suite.coverage.Dimension;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BeyondTests {
    private static final SuiteOptions OPTIONS = new SuiteOptions(200, 3, List.of());

    @Test
    void theSameOptionsGiveTheSameResult() {
        Beyond beyond = Beyond.run(ModelImplementation.lawful(), OPTIONS);
        assertEquals(beyond, Beyond.run(ModelImplementation.lawful(), OPTIONS));
        assertEquals(2 * OPTIONS.tries(), beyond.scenarios());
        assertEquals(List.of(), beyond.deaths());
        assertEquals(Dimension.LAWFULNESS.words(), beyond.covered().values(Dimension.LAWFULNESS));
        assertEquals(Dimension.ARGUMENTS.words(), beyond.covered().values(Dimension.ARGUMENTS));
    }

    @Test
    void itsScenariosAreValidAndSpareEveryCpython() {
        Recording recording = new Recording(ModelImplementation.lawful());
        Beyond.run(recording, OPTIONS);
        for (Scenario scenario : recording.scenarios()) {
            assertEquals(Optional.empty(), Facts.problem(scenario));
            assertFalse(scenario.steps().stream()
                    .anyMatch(step -> step instanceof Step.Call call
                            && call.function() == Function.CHECK
                            && call.nulls().contains(Step.Argument.OBJECT)));
        }
    }

    @Test
    void whatIsUnlawfulOrNotPlainIsJudgedByNoClause() {
        Recording recording = new Recording(ModelImplementation.lawful());
        Beyond.run(recording, OPTIONS);
        long judged = recording.scenarios().stream()
                .filter(scenario ->
                        scenario.steps().stream().anyMatch(step -> step instanceof Step.Call call && !call.plain()))
                .mapToLong(scenario -> Judge.judge(
                                scenario,
                                recording
                                        .implementation()
                                        .run(List.of(scenario))
                                        .get(0))
                        .size())
                .sum();
        assertEquals(0, judged);
    }

    @Test
    void anImplementationThatDiesTooOftenIsLeftInPeace() {
        Beyond beyond = Beyond.run(
                Distorted.dying(
                        Outcome.Death.TIMED_OUT,
                        "10 s",
                        (scenario, step) -> scenario.steps().get(step) instanceof Step.Call),
                OPTIONS);
        assertTrue(beyond.scenarios() <= 8, "four hangs for each theme, not " + beyond.scenarios());
        assertTrue(beyond.deaths().stream()
                .allMatch(death -> death.symptom().startsWith("TIMED_OUT (10 s) in PyObject_")));
    }

    @Test
    void whatItDiedOfOnceIsDoneNoMoreAndTheRestIs() {
        Recording recording = new Recording(Distorted.dying(
                Outcome.Death.CRASHED,
                "SIGSEGV",
                (scenario, step) -> scenario.steps().get(step) instanceof Step.Call call
                        && call.nulls().contains(Step.Argument.BUFFER)));
        Beyond beyond = Beyond.run(recording, OPTIONS);
        long deadly = recording.scenarios().stream()
                .filter(scenario -> scenario.steps().stream()
                        .anyMatch(step ->
                                step instanceof Step.Call call && call.nulls().contains(Step.Argument.BUFFER)))
                .count();
        assertTrue(deadly <= 64 + 9, "ran " + deadly);
        assertEquals(3, beyond.deaths().size());
        assertEquals(Dimension.LAWFULNESS.words(), beyond.covered().values(Dimension.LAWFULNESS));
    }

    @Test
    void whatIsNotSupportedIsCountedAndCoversNothing() {
        Beyond beyond = Beyond.run(Distorted.by((scenario, transcript) -> Transcript.unsupported(0, "this")), OPTIONS);
        assertEquals(beyond.scenarios(), beyond.unsupported());
        assertEquals(Covered.NOTHING, beyond.covered());
    }

    @Test
    void anImplementationThatCannotGoOnKeepsWhatItCovered() {
        Beyond beyond = Beyond.run(
                Distorted.by((scenario, transcript) -> {
                    throw new IllegalStateException("the wire is cut");
                }),
                OPTIONS);
        assertEquals(new Beyond(0, 0, Covered.NOTHING, List.of()), beyond);
    }
}
