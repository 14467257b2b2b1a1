package io.github.oldbuffer.spec.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.PythonExpression;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.facts.Facts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where C sees an object for the first time that Python code made. */
class CrossingTests {

    private static final Exporter VIEW = new MemoryView(new Bytes(3, 1, false), List.of());
    private static final Step MAKE = new Step.Make(0, VIEW, Born.PYTHON);
    private static final Step READ = Step.Call.of(Function.READ, 0);

    @Test
    void theFirstStepThatNeedsTheObjectCrosses() {
        Scenario scenario = Scenario.of(MAKE, new Step.Release(0), READ, READ);
        assertEquals(Optional.empty(), Crossing.of(scenario, 0));
        assertEquals(Optional.empty(), Crossing.of(scenario, 1));
        assertEquals(
                "border memoryview released",
                Crossing.of(scenario, 2).orElseThrow().words());
        assertEquals(Optional.empty(), Crossing.of(scenario, 3));
        assertEquals(Optional.empty(), Crossing.of(scenario, 4));
        assertEquals(
                "border memoryview",
                Crossing.of(Scenario.of(MAKE, new Step.Parse(0, Step.Code.Y_STAR)), 1)
                        .orElseThrow()
                        .words());
    }

    @Test
    void neitherAnObjectOfCNorNullCrosses() {
        assertEquals(Optional.empty(), Crossing.of(Scenario.of(new Step.Make(0, VIEW), READ), 1));
        Step withNull = new Step.Call(Function.READ, 0, Set.of(Step.Argument.OBJECT), null);
        assertEquals(Optional.empty(), Crossing.of(Scenario.of(MAKE, withNull), 1));
        assertEquals(
                "border python",
                Crossing.of(Scenario.of(new Step.Make(0, new PythonExpression("x", "")), READ), 1)
                        .orElseThrow()
                        .words());
    }

    @Test
    void anotherObjectOfTheSameNumberIsAnotherObject() {
        Scenario scenario = Scenario.of(MAKE, READ, new Step.Drop(0), MAKE, READ);
        assertEquals("border memoryview", Crossing.of(scenario, 4).orElseThrow().words());
    }

    @Test
    void aloneTheObjectIsHandedOverAndNoMore() {
        Scenario scenario = Scenario.of(MAKE, new Step.Release(0), READ, READ);
        assertEquals(
                Scenario.of(MAKE, new Step.Release(0), new Step.Border(0)),
                Crossing.of(scenario, 2).orElseThrow().alone(scenario, 2));
    }

    @Test
    void pythonCodeCannotMakeAScriptedExporter() {
        Step make = new Step.Make(0, new MemoryView(Scripted.flat(3, 1, false), List.of()), Born.PYTHON);
        assertEquals(
                "steps[0]: Python code cannot make what only C makes",
                Facts.problem(Scenario.of(make)).orElseThrow());
    }
}
