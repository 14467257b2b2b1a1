package io.github.oldbuffer.suite.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.ViewOperation;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.Step.Argument;
import io.github.oldbuffer.spec.transcript.Outcome.Death;
import io.github.oldbuffer.spec.transcript.Outcome.Died;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeathBudgetTests {

    private static final Exporter BYTES = new Bytes(3, 1, false);
    private static final Scenario PLAIN = calling(BYTES, Step.Call.of(Function.READ, 0));

    @Test
    void aPlainCallMayKillTenTimes() {
        DeathBudget deaths = new DeathBudget();
        die(deaths, PLAIN, Death.CRASHED, DeathBudget.ENOUGH - 1);
        assertFalse(deaths.leavesOut(PLAIN));
        assertEquals(Set.of(), deaths.givenUp());
        die(deaths, PLAIN, Death.CRASHED, 1);
        assertTrue(deaths.leavesOut(PLAIN));
        assertEquals(Set.of(Function.READ), deaths.givenUp());
    }

    @Test
    void aHangWeighsAsMuchAsFiveCrashes() {
        DeathBudget deaths = new DeathBudget();
        die(deaths, PLAIN, Death.TIMED_OUT, 1);
        assertFalse(deaths.leavesOut(PLAIN));
        die(deaths, PLAIN, Death.TIMED_OUT, 1);
        assertTrue(deaths.leavesOut(PLAIN));
    }

    @Test
    void anUnusualCallMayKillTwiceAndGivesUpNoFunction() {
        for (Step.Call call : List.of(
                new Step.Call(Function.READ, 0, Set.of(Argument.BUFFER), null),
                new Step.Call(Function.READ, 0, Set.of(Argument.OBJECT), null),
                new Step.Call(Function.READ, 0, Set.of(), ExceptionType.KEY_ERROR))) {
            DeathBudget deaths = new DeathBudget();
            Scenario unusual = calling(BYTES, call);
            die(deaths, unusual, Death.CRASHED, 1);
            assertFalse(deaths.leavesOut(unusual));
            die(deaths, unusual, Death.CRASHED, 1);
            assertTrue(deaths.leavesOut(unusual), call::toString);
            assertFalse(deaths.leavesOut(PLAIN));
            die(deaths, unusual, Death.CRASHED, DeathBudget.ENOUGH);
            assertEquals(Set.of(), deaths.givenUp(), call::toString);
        }
    }

    @Test
    void callsAreAlikeByFunctionKindOfObjectAndWhetherItHasOneSegment() {
        DeathBudget deaths = new DeathBudget();
        die(deaths, PLAIN, Death.CRASHED, DeathBudget.ENOUGH);

        assertTrue(deaths.leavesOut(calling(new Bytes(65, 9, true), Step.Call.of(Function.READ, 0))));
        assertFalse(deaths.leavesOut(calling(BYTES, Step.Call.of(Function.WRITE, 0))));
        assertFalse(deaths.leavesOut(calling(new ByteArray(3, 1, false), Step.Call.of(Function.READ, 0))));

        Exporter flat = new MemoryView(BYTES, List.of());
        Exporter strided = new MemoryView(BYTES, List.of(new ViewOperation.Slice(null, null, 2)));
        die(deaths, calling(strided, Step.Call.of(Function.READ, 0)), Death.CRASHED, DeathBudget.ENOUGH);
        assertTrue(deaths.leavesOut(calling(strided, Step.Call.of(Function.READ, 0))));
        assertFalse(deaths.leavesOut(calling(flat, Step.Call.of(Function.READ, 0))));
    }

    @Test
    void withNullForTheObjectNothingElseMatters() {
        DeathBudget deaths = new DeathBudget();
        Scenario without = calling(BYTES, new Step.Call(Function.READ, 0, Set.of(Argument.OBJECT), null));
        die(deaths, without, Death.CRASHED, DeathBudget.ENOUGH_OF_UNUSUAL);

        assertTrue(deaths.leavesOut(calling(
                new ByteArray(3, 1, false),
                new Step.Call(Function.READ, 0, Set.of(Argument.OBJECT, Argument.LENGTH), ExceptionType.KEY_ERROR))));
        assertFalse(deaths.leavesOut(calling(BYTES, new Step.Call(Function.READ, 0, Set.of(Argument.LENGTH), null))));
    }

    @Test
    void aScenarioIsLeftOutForAnyOfItsCalls() {
        DeathBudget deaths = new DeathBudget();
        die(deaths, PLAIN, Death.CRASHED, DeathBudget.ENOUGH);

        assertTrue(deaths.leavesOut(
                Scenario.of(new Step.Make(0, BYTES), Step.Call.of(Function.CHECK, 0), Step.Call.of(Function.READ, 0))));
    }

    @Test
    void aDeathBehindTheCallsCountsForThoseBefore() {
        Scenario two = Scenario.of(
                new Step.Make(0, BYTES),
                Step.Call.of(Function.READ, 0),
                Step.Call.of(Function.CHECK, 0),
                new Step.Drop(0),
                new Step.Make(0, BYTES),
                Step.Call.of(Function.CHAR, 0));
        assertEquals(List.of("CHECK bytes", "READ bytes"), DeathBudget.culprits(two, 3));
        assertEquals(List.of("CHAR bytes"), DeathBudget.culprits(two, 5));
        assertEquals(List.of("CHAR bytes", "CHECK bytes", "READ bytes"), DeathBudget.culprits(two, 6));
        assertEquals(List.of(), DeathBudget.culprits(two, 0));
    }

    @Test
    void countsOfOthersAreAddedAndThoseOfAnEarlierPartTakenOver() {
        DeathBudget deaths = new DeathBudget(4);
        deaths.add("READ bytes", 2);
        deaths.raise("READ bytes", 1);
        assertEquals(Map.of("READ bytes", 2), deaths.deaths());
        deaths.raise("READ bytes", 3);
        deaths.add("READ bytes", 1);
        assertEquals(Map.of("READ bytes", 4), deaths.deaths());
        assertTrue(deaths.leavesOut(PLAIN));
    }

    private static void die(DeathBudget deaths, Scenario scenario, Death death, int times) {
        for (int i = 0; i < times; i++) {
            deaths.died(scenario, new Died(death, 1, "SIGSEGV"));
        }
    }

    private static Scenario calling(Exporter exporter, Step.Call call) {
        return Scenario.of(new Step.Make(0, exporter), call);
    }
}
