package io.github.oldbuffer.suite.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import io.github.oldbuffer.spec.results.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictsTests {

    private final Tally tally = new Tally();

    @Test
    void whatWasExercisedAndNotViolatedHolds() {
        tally.exercised("READ-5", 20);
        assertEquals(clause(Verdict.HOLDS, null, 20), verdict());
    }

    @Test
    void whatWasNeverExercisedSaysSo() {
        assertEquals(clause(Verdict.NOT_EXERCISED, "no scenario exercised it", 0), verdict());
    }

    @Test
    void whatLackedSomethingIsNotExercisedHoweverOftenItWasTried() {
        tally.exercised("READ-5", 20);
        tally.missing("READ-5", "any strided memory");
        tally.missing("READ-5", "any mmap");
        assertEquals(clause(Verdict.NOT_EXERCISED, "any mmap; any strided memory", 20), verdict());
    }

    @Test
    void whereScenariosDiedAndNoneViolatedItIsDied() {
        tally.exercised("READ-5", 20);
        tally.died("READ-5");
        assertEquals(clause(Verdict.DIED, "1 scenario killed the process", 20), verdict());
        for (int i = 0; i < 1_499; i++) {
            tally.died("READ-5");
        }
        tally.leftOut("READ-5");
        tally.missing("READ-5", "any mmap");
        assertEquals(
                clause(
                        Verdict.DIED,
                        "1,500 scenarios killed the process; 1 scenario not run, because their calls had killed the"
                                + " process often enough",
                        20),
                verdict());
    }

    @Test
    void whatWasLeftOutDidNotHold() {
        tally.exercised("READ-5", 20);
        tally.leftOut("READ-5");
        assertEquals(Verdict.DIED, verdict().verdict());
    }

    @Test
    void aViolationOutweighsDeathsWhetherItIsKnownOrNot() {
        tally.exercised("READ-5", 20);
        tally.died("READ-5");
        Finding found = FindingOf.violation("READ-5", "the length is too small");
        assertEquals(clause(Verdict.VIOLATED, null, 20), verdict(found));
        assertEquals(clause(Verdict.VIOLATED, null, 20), verdict(FindingOf.filed(found, "so it is")));
    }

    @Test
    void findingsOfOtherClausesAndOfNoneDoNotViolateIt() {
        tally.exercised("READ-5", 20);
        assertEquals(
                Verdict.HOLDS,
                verdict(
                                FindingOf.violation("READ-4", "is wrong"),
                                FindingOf.death("CRASHED (SIGSEGV)", FindingOf.BYTEARRAY),
                                FindingOf.difference("differs", FindingOf.BYTEARRAY))
                        .verdict());
    }

    @Test
    void clausesComeInTheOrderAskedForWithTheirLevels() {
        assertEquals(
                List.of("NEW-1 contract", "READ-8 header", "READ-7 implied"),
                Verdicts.of(List.of("NEW-1", "READ-8", "READ-7"), tally, List.of()).stream()
                        .map(clause -> clause.id() + " " + clause.level())
                        .toList());
    }

    private ClauseResult verdict(Finding... findings) {
        List<ClauseResult> verdicts = Verdicts.of(List.of("READ-5"), tally, List.of(findings));
        assertEquals(1, verdicts.size());
        return verdicts.get(0);
    }

    private static ClauseResult clause(Verdict verdict, String why, long scenarios) {
        return new ClauseResult("READ-5", "contract", verdict, why, scenarios);
    }
}
