package io.github.oldbuffer.suite.reduce;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.facts.Facts;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepetitionsTests {

    private static final Step MAKE = new Step.Make(3, new ByteArray(2, 1, false));
    private static final Step CALL = Step.Call.of(Function.READ, 3);

    @Test
    void whatIsLeftEndsBeforeItIsMadeAgain() {
        Step acquire = new Step.Acquire(5, 3, Request.SIMPLE);
        List<Scenario> repeated =
                Repetitions.of(Scenario.of(MAKE, CALL, acquire)).toList();
        assertEquals(
                Scenario.of(MAKE, CALL, acquire, new Step.ReleaseView(5), new Step.Drop(3), MAKE, CALL, acquire),
                repeated.get(0));
        assertEquals(List.of(8, 18, 38, 78, 158, 318), sizes(repeated));
        repeated.forEach(scenario -> assertEquals(Optional.empty(), Facts.problem(scenario)));
    }

    @Test
    void theSameObjectsAreUsedAgainWhereThatMakesSense() {
        List<Scenario> repeated = Repetitions.of(Scenario.of(MAKE, CALL)).toList();
        assertEquals(Scenario.of(MAKE, CALL, CALL), repeated.get(0));
        assertEquals(Scenario.of(MAKE, CALL, new Step.Drop(3), MAKE, CALL), repeated.get(1));
        assertEquals(12, repeated.size());
    }

    @Test
    void aScenarioDoesNotGrowBeyondWhatOneMayHave() {
        List<Step> steps = new ArrayList<>(List.of(MAKE));
        steps.addAll(Collections.nCopies(Scenario.MAX_STEPS / 8, CALL));
        assertEquals(
                List.of(251, 253, 501, 507),
                sizes(Repetitions.of(new Scenario(steps)).toList()));
    }

    private static List<Integer> sizes(List<Scenario> scenarios) {
        return scenarios.stream().map(scenario -> scenario.steps().size()).toList();
    }
}
