package io.github.oldbuffer.spec.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Facts of scenarios in turn are those that each scenario has by itself. */
class FactsInTurnProperties {

    @Provide
    Arbitrary<Scenario> scenarios() {
        return ValidScenarios.any();
    }

    @Property(tries = 300)
    void neighboursThatBeginAlikeGetTheFactsOfTheirOwn(
            @ForAll("scenarios") Scenario first, @ForAll("scenarios") Scenario second, @ForAll int cut)
            throws InvalidException {
        FactsInTurn inTurn = new FactsInTurn();
        for (Scenario scenario : List.of(first, cut(first, cut), first, second, cut(second, cut), first)) {
            assertEquals(Facts.of(scenario), inTurn.of(scenario));
        }
    }

    @Property(tries = 300)
    void whatIsInvalidIsSaidInTheSameWordsAndForgotten(
            @ForAll("scenarios") Scenario first, @ForAll @Size(min = 1, max = 3) List<Boolean> more)
            throws InvalidException {
        List<Step> steps = new ArrayList<>(first.steps());
        steps.add(new Step.Drop(Scenario.MAX_NAME));
        more.forEach(one -> steps.add(new Step.Release(0)));
        Scenario senseless = new Scenario(steps);
        FactsInTurn inTurn = new FactsInTurn();
        String said =
                assertThrows(InvalidException.class, () -> inTurn.of(senseless)).getMessage();
        assertEquals(Facts.problem(senseless).orElseThrow(), said);
        assertEquals(Facts.of(first), inTurn.of(first));
        assertThrows(InvalidException.class, () -> inTurn.of(senseless));
    }

    @Example
    void aScenarioHasNoMoreStepsThanOthersMayHave() {
        Step make = new Step.Make(0, new ByteArray(1, 1, false));
        List<Step> steps = new ArrayList<>(List.of(make));
        steps.addAll(Collections.nCopies(Scenario.MAX_STEPS, new Step.Parse(0, Step.Code.Y_STAR)));
        Scenario tooLong = new Scenario(steps);
        InvalidException said = assertThrows(InvalidException.class, () -> new FactsInTurn().of(tooLong));
        assertEquals("a scenario has at most 1000 steps", said.getMessage());
    }

    @Example
    void aCopyOfAWorldGoesItsOwnWay() throws InvalidException {
        World world = new World();
        world.take(new Step.Make(0, new ByteArray(3, 1, false)));
        World copy = world.copy();
        copy.take(new Step.Make(63, new ByteArray(4, 1, false)));
        copy.take(new Step.Drop(0));
        assertNull(copy.object(0));
        assertEquals(3, world.object(0).length());
        assertNull(world.object(63));
        assertTrue(world.tryStep(new Step.Make(63, new ByteArray(5, 1, false))));
        assertEquals(4, copy.object(63).length());
    }

    private static Scenario cut(Scenario scenario, int at) {
        return new Scenario(
                scenario.steps().subList(0, Math.floorMod(at, scenario.steps().size() + 1)));
    }
}
