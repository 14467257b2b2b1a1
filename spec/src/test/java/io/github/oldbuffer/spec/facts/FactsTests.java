package io.github.oldbuffer.spec.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.Mmap;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A scenario is refused for its first step that makes no sense, by index. */
class FactsTests {

    @Test
    void theFirstSenselessStepIsNamed() {
        Scenario scenario =
                Scenario.of(new Step.Make(0, new Bytes(1, 0, false)), Step.Call.of(Function.READ, 1), new Step.Drop(2));
        assertEquals(Optional.of("steps[1]: there is no object 1"), Facts.problem(scenario));
    }

    @Test
    void everyStepHasAFactOfItsOwnKind() throws InvalidException {
        Scenario scenario = Scenario.of(
                new Step.Make(0, new ByteArray(4, 0, false)),
                Step.Call.of(Function.WRITE, 0),
                new Step.Peek(Function.WRITE, 0),
                new Step.Poke(0, 1, 2),
                new Step.Change(0, 1, 3),
                new Step.Resize(0, 5),
                new Step.Acquire(0, 0, Request.SIMPLE),
                new Step.ReleaseView(0),
                new Step.Parse(0, Step.Code.W_STAR),
                new Step.Drop(0),
                new Step.Make(0, new Mmap(Mmap.Access.READ, 1, 0)),
                new Step.Release(0));
        assertEquals(
                List.of(
                        Fact.OfMake.class,
                        Fact.OfCall.class,
                        Fact.OfPeek.class,
                        Fact.OfChange.class,
                        Fact.OfChange.class,
                        Fact.OfExclusive.class,
                        Fact.OfView.class,
                        Fact.Other.class,
                        Fact.OfView.class,
                        Fact.OfDrop.class,
                        Fact.OfMake.class,
                        Fact.OfExclusive.class),
                Facts.of(scenario).stream().map(Object::getClass).toList());
    }

    @Test
    void aThousandStepsAreNotTooMany() {
        Step parse = new Step.Make(0, new Bytes(1, 0, false));
        assertEquals(
                Optional.of("a scenario has at most 1000 steps"),
                Facts.problem(new Scenario(Collections.nCopies(1001, parse))));
        assertEquals(
                Optional.of("steps[1]: the object's number is in use or too large"),
                Facts.problem(new Scenario(Collections.nCopies(1000, parse))));
        assertEquals(Optional.empty(), Facts.problem(Scenario.of()));
    }
}
