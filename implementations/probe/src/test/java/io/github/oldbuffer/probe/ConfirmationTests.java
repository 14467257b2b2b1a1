package io.github.oldbuffer.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Outcome.Death;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** Which deaths are verdicts. */
class ConfirmationTests {

    private static final Scenario ONE = Scenario.of(new Step.Drop(1));
    private static final Scenario TWO = Scenario.of(new Step.Drop(2));
    private static final Scenario THREE = Scenario.of(new Step.Drop(3));
    private static final Transcript LIVED = Transcript.completed(List.of());
    private static final Transcript SEGV = died(Death.CRASHED, "SIGSEGV");
    private static final Transcript KILL = died(Death.CRASHED, "SIGKILL");
    private static final Transcript ABRT = died(Death.CRASHED, "SIGABRT");
    private static final Transcript LATE = died(Death.TIMED_OUT, "limit 10 s");

    private final List<List<Scenario>> asked = new ArrayList<>();

    @Test
    void whereNothingDiedNothingRunsAgain() {
        assertEquals(List.of(LIVED, LIVED), confirmed(List.of(ONE, TWO), List.of(LIVED, LIVED)));
        assertEquals(List.of(), asked);
    }

    @Test
    void aDeathThatRepeatsCounts() {
        assertEquals(List.of(LIVED, SEGV), confirmed(List.of(ONE, TWO), List.of(LIVED, SEGV), SEGV));
        assertEquals(List.of(List.of(TWO)), asked);
    }

    @Test
    void aHangIsTriedOnceMoreToo() {
        assertEquals(List.of(LATE), confirmed(List.of(ONE), List.of(LATE), LATE));
        assertEquals(List.of(LIVED), confirmed(List.of(ONE), List.of(LATE), LIVED));
    }

    @Test
    void aSignalFromOutsideDoesNotHideTheScenariosOwn() {
        assertEquals(List.of(SEGV), confirmed(List.of(ONE), List.of(KILL), SEGV, SEGV));
    }

    @Test
    void deathsThatAreNeverAlikeCountAfterAll() {
        assertEquals(List.of(ABRT), confirmed(List.of(ONE), List.of(SEGV), ABRT, SEGV, ABRT));
        assertEquals(List.of(List.of(ONE), List.of(ONE), List.of(ONE)), asked);
    }

    @Test
    void aScenarioThatDiesOnlyBehindTheOthersIsAVerdict() {
        assertEquals(List.of(LIVED, SEGV), confirmed(List.of(ONE, TWO), List.of(LIVED, SEGV), LIVED, SEGV));
        assertEquals(List.of(List.of(TWO), List.of(ONE, TWO)), asked);
    }

    @Test
    void aScenarioThatLivesAloneAndBehindTheOthersLived() {
        assertEquals(List.of(LIVED, LIVED), confirmed(List.of(ONE, TWO), List.of(LIVED, KILL), LIVED, LIVED));
    }

    @Test
    void onlyWhatRanOnTheSameHostRunsAgainBeforeIt() {
        List<Transcript> transcripts = List.of(SEGV, LIVED, KILL);
        assertEquals(List.of(SEGV, LIVED, LIVED), confirmed(List.of(ONE, TWO, THREE), transcripts, SEGV, LIVED, LIVED));
        assertEquals(List.of(List.of(ONE), List.of(THREE), List.of(TWO, THREE)), asked);
    }

    /** @param answers the outcomes of the last scenario of each run that follows */
    private List<Transcript> confirmed(List<Scenario> batch, List<Transcript> transcripts, Transcript... answers) {
        Queue<Transcript> left = new ArrayDeque<>(List.of(answers));
        return Confirmation.of(batch, transcripts, again -> {
            asked.add(List.copyOf(again));
            List<Transcript> told = new ArrayList<>();
            again.subList(1, again.size()).forEach(before -> told.add(LIVED));
            told.add(left.remove());
            return told;
        });
    }

    private static Transcript died(Death death, String detail) {
        return new Transcript(new Outcome.Died(death, 0, detail), List.of());
    }
}
