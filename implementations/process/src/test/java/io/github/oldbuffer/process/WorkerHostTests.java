package io.github.oldbuffer.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.probe.HostFailedException;
import io.github.oldbuffer.probe.PackedImplementation;
import io.github.oldbuffer.process.FakeHost.Deed;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Outcome.Death;
import io.github.oldbuffer.spec.transcript.Outcome.Died;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of scenarios whose worker dies, hangs, talks out of turn or never starts. */
class WorkerHostTests {

    private static final Scenario GOOD = Deed.scenario(Deed.NOTHING, Deed.NOTHING);

    @Test
    void scenariosThatDoNoHarmComeBackInOrder() throws UnavailableException {
        List<Scenario> batch = List.of(GOOD, Deed.scenario(Deed.NOTHING), GOOD);
        List<Transcript> transcripts = run(fake("1000"), WorkerLimits.DEFAULT, batch);
        assertEquals(
                List.of(2, 1, 2),
                transcripts.stream().map(each -> each.events().size()).toList());
    }

    @Test
    void whatDoesNotFitIsSentAgain() throws UnavailableException {
        List<Transcript> transcripts = run(fake("7"), WorkerLimits.DEFAULT, Collections.nCopies(100, GOOD));
        assertEquals(100, transcripts.size());
        assertTrue(transcripts.stream().allMatch(each -> each.outcome() == Outcome.COMPLETED));
    }

    @Test
    void aDeathIsToldOfExactlyTheScenarioThatCausedIt() throws UnavailableException {
        List<Outcome> outcomes = outcomes(Deed.EXIT, WorkerLimits.DEFAULT);
        assertEquals(new Died(Death.CRASHED, 1, "exit status 7"), outcomes.get(1));
    }

    @Test
    void theSignalIsTheTrueOneAndNotThatOfJavasOwnAbort() throws UnavailableException {
        List<Outcome> outcomes = outcomes(Deed.SIGSEGV, WorkerLimits.DEFAULT);
        assertEquals(new Died(Death.CRASHED, 1, "SIGSEGV"), outcomes.get(1));
    }

    @Test
    void aSignalThatNobodyCanHandleIsToldToo() throws UnavailableException {
        List<Outcome> outcomes = outcomes(Deed.SIGKILL, WorkerLimits.DEFAULT);
        assertEquals(new Died(Death.CRASHED, 1, "SIGKILL"), outcomes.get(1));
    }

    @Test
    void aScenarioThatNeverEndsIsTimedOut() throws UnavailableException {
        WorkerLimits limits = WorkerLimits.DEFAULT.withScenario(Duration.ofMillis(500));
        assertEquals(
                new Died(Death.TIMED_OUT, 1, "limit 0.5 s"),
                outcomes(Deed.LOOP, limits).get(1));
    }

    @Test
    void aScenarioThatTakesAllMemoryIsEnded() throws UnavailableException {
        WorkerLimits limits = WorkerLimits.DEFAULT.withMemory(150L << 20);
        assertEquals(
                new Died(Death.CRASHED, 1, "memory over 150 MiB"),
                outcomes(Deed.SWELL, limits).get(1));
    }

    @Test
    void whatTheHostPrintsDoesNotDisturbTheProtocol() throws UnavailableException {
        assertEquals(
                Outcome.COMPLETED, outcomes(Deed.PRINT, WorkerLimits.DEFAULT).get(1));
    }

    @Test
    void manyDeathsInARowCostNoOtherResult() throws UnavailableException {
        List<Scenario> batch = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            batch.add(GOOD);
            batch.add(Deed.scenario(Deed.EXIT));
        }
        List<Transcript> transcripts = run(fake("1000"), WorkerLimits.DEFAULT, batch);
        assertEquals(10, transcripts.size());
        for (int i = 0; i < 10; i++) {
            Outcome expected = i % 2 == 0 ? Outcome.COMPLETED : new Died(Death.CRASHED, 0, "exit status 7");
            assertEquals(expected, transcripts.get(i).outcome());
        }
    }

    @Test
    void aHostThatDoesNotStartSaysWhy() {
        UnavailableException refused =
                assertThrows(UnavailableException.class, () -> WorkerHost.start(fake("refuse"), WorkerLimits.DEFAULT));
        assertEquals("The fake has no Python.", refused.getMessage());
    }

    @Test
    void aHostThatHangsAtItsStartSaysSo() {
        WorkerLimits limits = new WorkerLimits(Duration.ofSeconds(10), Duration.ofMillis(800), 50);
        UnavailableException hangs =
                assertThrows(UnavailableException.class, () -> WorkerHost.start(fake("hang"), limits));
        assertEquals("A worker process did not start within 0.8 s.", hangs.getMessage());
    }

    @Test
    void workersThatDieBeforeTheyRunAnythingAreNotReplacedForEver(@TempDir Path folder) throws UnavailableException {
        WorkerLimits limits = new WorkerLimits(Duration.ofSeconds(10), Duration.ofMinutes(1), 3);
        WorkerCommand command = fake("die-later", folder.resolve("first").toString());
        try (PackedImplementation implementation = open(command, limits)) {
            List<Scenario> batch = List.of(Deed.scenario(Deed.EXIT), GOOD);
            HostFailedException failed = assertThrows(HostFailedException.class, () -> implementation.run(batch));
            assertTrue(failed.getMessage().startsWith("3 workers in a row"), failed.getMessage());
            assertTrue(failed.getMessage().endsWith("The fake starts only once."), failed.getMessage());
        }
    }

    @Test
    void aCommandThatAnswersRubbishDoesNotStart() {
        WorkerCommand command = folder -> List.of("/bin/sh", "-c", "read line; echo hello; sleep 60");
        UnavailableException rubbish =
                assertThrows(UnavailableException.class, () -> WorkerHost.start(command, WorkerLimits.DEFAULT));
        assertEquals(
                "A worker process ended before it was done (wrote \"hello\" instead of \"done\").",
                rubbish.getMessage());
    }

    @Test
    void aCommandThatDoesNotExistIsNamed() {
        WorkerCommand command = folder -> List.of("/nowhere/worker");
        UnavailableException missing =
                assertThrows(UnavailableException.class, () -> WorkerHost.start(command, WorkerLimits.DEFAULT));
        assertTrue(missing.getMessage().contains("/nowhere/worker"), missing.getMessage());
    }

    @Test
    void closingDeletesTheFolder() throws UnavailableException {
        Path[] seen = new Path[1];
        JavaWorkerCommand fake = fake("1000");
        WorkerHost host = WorkerHost.start(
                folder -> {
                    seen[0] = folder.path();
                    return fake.words(folder);
                },
                WorkerLimits.DEFAULT);
        assertTrue(Files.exists(seen[0].resolve("in")));
        host.close();
        host.close();
        assertFalse(Files.exists(seen[0]));
        assertThrows(HostFailedException.class, () -> host.run(8));
    }

    private static List<Outcome> outcomes(Deed deed, WorkerLimits limits) throws UnavailableException {
        List<Scenario> batch = List.of(GOOD, Deed.scenario(Deed.NOTHING, deed), GOOD);
        List<Outcome> outcomes = run(fake("1000"), limits, batch).stream()
                .map(Transcript::outcome)
                .toList();
        assertEquals(Outcome.COMPLETED, outcomes.get(0));
        assertEquals(Outcome.COMPLETED, outcomes.get(2));
        return outcomes;
    }

    private static List<Transcript> run(WorkerCommand command, WorkerLimits limits, List<Scenario> batch)
            throws UnavailableException {
        try (PackedImplementation implementation = open(command, limits)) {
            return implementation.run(batch);
        }
    }

    private static PackedImplementation open(WorkerCommand command, WorkerLimits limits) throws UnavailableException {
        return new PackedImplementation(new Identity("fake", "Fake", "1"), WorkerHost.start(command, limits));
    }

    private static JavaWorkerCommand fake(String... arguments) {
        return FakeHostFactory.command(arguments);
    }
}
