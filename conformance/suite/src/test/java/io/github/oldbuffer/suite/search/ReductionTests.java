package io.github.oldbuffer.suite.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.suite.reduce.Reductions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class ReductionTests {

    private static final String SYMPTOM = "is wrong";

    @Test
    void theSmallestThatStillShowsItIsLeft() {
        FakeExaminer examiner =
                new FakeExaminer(scenario -> reads(scenario) ? List.of(violation(scenario)) : List.of());
        Finding smallest = new Reduction(examiner)
                .of(violation(large()), found -> found.symptom().equals(SYMPTOM));

        assertEquals(2, smallest.shown().scenario().steps().size());
        assertEquals(
                List.of(),
                Reductions.of(smallest.shown().scenario())
                        .filter(ReductionTests::reads)
                        .toList());
    }

    /** Results have to repeat exactly: how long an attempt takes decides nothing. */
    @Test
    void reductionIsBoundedByNumberAloneAndNotByTime() {
        assertTrue(Reductions.of(large()).count() > Reduction.ATTEMPTS);
        FakeExaminer fast = new FakeExaminer(scenario -> List.of());
        FakeExaminer slow = new FakeExaminer(scenario -> {
            LockSupport.parkNanos(2_000_000L);
            return List.of();
        });
        Finding found = violation(large());

        assertEquals(found, new Reduction(fast).of(found, other -> true));
        assertEquals(Reduction.ATTEMPTS, fast.runs());
        assertEquals(found, new Reduction(slow).of(found, other -> true));
        assertEquals(Reduction.ATTEMPTS, slow.runs());
    }

    @Test
    void deathsCostProcessesAndGetFewerAttemptsOneByOne() {
        FakeExaminer examiner = new FakeExaminer(scenario -> List.of());
        Finding death = FindingOf.death("CRASHED (SIGSEGV) in " + FindingOf.READ, large());

        assertEquals(death, new Reduction(examiner).of(death, other -> true));
        assertEquals(Reduction.ATTEMPTS_OF_DEATHS, examiner.runs());
    }

    /** One that does not come back may be tried once or twice only. */
    @Test
    void ofADeathACallAloneIsTriedFirst() {
        FakeExaminer examiner = new FakeExaminer(scenario -> reads(scenario) ? List.of(death(scenario)) : List.of());
        Finding smallest = new Reduction(examiner).of(death(manyReads()), other -> true);

        assertEquals(2, smallest.shown().scenario().steps().size());
        assertEquals(
                2,
                Reductions.ofCalls(manyReads())
                        .findFirst()
                        .orElseThrow()
                        .steps()
                        .size());
    }

    private static Scenario manyReads() {
        Step make = new Step.Make(0, new ByteArray(3, 1, false));
        Step other = new Step.Make(1, new ByteArray(5, 1, false));
        return Scenario.of(
                make,
                other,
                Step.Call.of(Function.WRITE, 0),
                Step.Call.of(Function.READ, 1),
                new Step.Drop(0),
                Step.Call.of(Function.READ, 1));
    }

    private static Finding death(Scenario scenario) {
        return FindingOf.death("TIMED_OUT (limit 3 s) in " + FindingOf.READ, scenario);
    }

    @Test
    void itStaysWithTheFindingThatWasAskedFor() {
        FakeExaminer examiner = new FakeExaminer(scenario -> List.of(
                scenario.steps().size() > 3
                        ? violation(scenario)
                        : FindingOf.violation("READ-5", "something else", scenario)));
        Finding smallest = new Reduction(examiner)
                .of(violation(large()), found -> found.symptom().equals(SYMPTOM));

        assertEquals(SYMPTOM, smallest.symptom());
        assertEquals(4, smallest.shown().scenario().steps().size());
    }

    @Test
    void whereTheImplementationBreaksTheSmallestSoFarIsLeft() {
        FakeExaminer gone = new FakeExaminer(scenario -> List.of(), new ArrayList<>(), true);
        Finding found = violation(large());

        assertEquals(found, new Reduction(gone).of(found, other -> true));
    }

    private static boolean reads(Scenario scenario) {
        return scenario.steps().stream()
                .anyMatch(step -> step instanceof Step.Call call && call.function() == Function.READ);
    }

    private static Finding violation(Scenario scenario) {
        return FindingOf.violation("READ-5", SYMPTOM, scenario);
    }

    /** With more reductions than are tried. */
    private static Scenario large() {
        List<Step> steps = new ArrayList<>();
        for (int object = 0; object < 40; object++) {
            steps.add(new Step.Make(
                    object, object % 2 == 0 ? Scripted.flat(65, 7, true) : new ByteArray(4_096, 9, true)));
            steps.add(Step.Call.of(Function.CHECK, object));
            steps.add(Step.Call.of(Function.READ, object));
        }
        return new Scenario(steps);
    }
}
