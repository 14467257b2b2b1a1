package io.github.oldbuffer.process.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.process.WorkerLimits;
import io.github.oldbuffer.process.lines.FakeProgram.Deed;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Outcome.Death;
import io.github.oldbuffer.spec.transcript.Outcome.Died;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever a program does is a verdict on the scenario that it had, and on no other. */
@Timeout(120)
class LineImplementationTests {

    private static final WorkerLimits LIMITS =
            WorkerLimits.DEFAULT.withScenario(Duration.ofMillis(700)).withMemory(64L << 20);

    @Test
    void aProgramIsWhoItSaysItIs() throws UnavailableException {
        try (Implementation fake = FakeProgram.start(LIMITS)) {
            assertEquals(new Identity(FakeProgram.id(""), "Fake", "1.0"), fake.identity());
            assertEquals(List.of(Outcome.COMPLETED), outcomes(fake, Deed.GOOD));
        }
    }

    @Test
    void everyMisdeedIsToldOfItsOwnScenario() throws UnavailableException {
        Map<Deed, Outcome> expected = new EnumMap<>(Map.of(
                Deed.EXIT, crashed("exit status 0"),
                Deed.ABORT, crashed("SIGABRT"),
                Deed.SEGV, crashed("SIGSEGV"),
                Deed.HALF_AND_EXIT, crashed("exit status 3, half a line"),
                Deed.CLOSES_OUTPUT, crashed("closed its output"),
                Deed.MEMORY, crashed("memory over 64 MiB"),
                Deed.STEP_AND_EXIT, crashed("exit status 9")));
        expected.putAll(Map.of(
                Deed.GARBAGE,
                crashed("no JSON object (a line is not JSON: \"Segmentation fault (core dumped)\")"),
                Deed.WRONG_RUN,
                crashed("wrong run (it answers another run than the one asked for)"),
                Deed.NOT_UTF8,
                crashed("not UTF-8 (a line is not UTF-8)"),
                Deed.GIGABYTES,
                crashed("line too long (a line has more than 16777216 bytes)"),
                Deed.NESTING,
                crashed("no JSON object (a line is not JSON: \"" + "[".repeat(40) + "...\")"),
                Deed.STEPS_FOR_EVER,
                crashed("no step (\"step\" does not grow)"),
                Deed.TOO_FEW_EVENTS,
                crashed("no transcript (a transcript has 0 events for 1 steps)"),
                Deed.WRONG_EVENT,
                crashed("no transcript (event 0 of a transcript is of another kind than its step)")));
        // a slow machine must not make a hang of any of them
        WorkerLimits patient = LIMITS.withScenario(Duration.ofMinutes(1));
        try (Implementation fake = FakeProgram.start(patient)) {
            for (Map.Entry<Deed, Outcome> each : expected.entrySet()) {
                List<Outcome> outcomes = outcomes(fake, Deed.GOOD, each.getKey(), Deed.GOOD);
                assertEquals(List.of(Outcome.COMPLETED, each.getValue(), Outcome.COMPLETED), outcomes);
            }
        }
    }

    @Test
    void aProgramThatNeverAnswersIsTimedOut() throws UnavailableException {
        try (Implementation fake = FakeProgram.start(LIMITS)) {
            for (Deed deed : List.of(Deed.LOOP, Deed.HALF_AND_LOOP)) {
                List<Outcome> outcomes = outcomes(fake, Deed.GOOD, deed, Deed.GOOD);
                assertEquals(List.of(Outcome.COMPLETED, timedOut(), Outcome.COMPLETED), outcomes);
            }
        }
    }

    @Test
    void manyDeathsInARowCostNoOtherResult() throws UnavailableException {
        List<Deed> deeds = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            deeds.add(i % 2 == 0 ? Deed.GOOD : Deed.SEGV);
        }
        try (Implementation fake = FakeProgram.start(LIMITS)) {
            List<Outcome> outcomes = outcomes(fake, deeds.toArray(Deed[]::new));
            for (int i = 0; i < 20; i++) {
                assertEquals(i % 2 == 0 ? Outcome.COMPLETED : crashed("SIGSEGV"), outcomes.get(i));
            }
        }
    }

    @Test
    void aProgramKilledBetweenScenariosIsNobodysVerdict() throws UnavailableException, InterruptedException {
        try (Implementation fake = FakeProgram.start(LIMITS)) {
            assertEquals(List.of(Outcome.COMPLETED), outcomes(fake, Deed.GOOD));
            List<ProcessHandle> children = ProcessHandle.current().children().toList();
            children.forEach(ProcessHandle::destroyForcibly);
            TimeUnit.MILLISECONDS.sleep(300);
            assertEquals(List.of(Outcome.COMPLETED), outcomes(fake, Deed.GOOD));
        }
    }

    @Test
    void whatAProgramHasNotIsNeverAsked() throws UnavailableException {
        try (Implementation fake = FakeProgram.start(LIMITS)) {
            Scenario exporter = Scenario.of(new Step.Make(0, new ByteArray(1, 0, false)));
            Scenario step = Scenario.of(new Step.Drop(0), Step.Call.of(Function.READ, 0));
            assertEquals(
                    List.of(
                            Transcript.unsupported(0, "the exporter bytearray"),
                            Transcript.unsupported(1, "the step call")),
                    fake.run(List.of(exporter, step)));
        }
    }

    @Test
    void aProgramThatIgnoresGoodbyeIsEnded() throws UnavailableException {
        long before = programs();
        Implementation fake = FakeProgram.start("ignore", LIMITS);
        assertEquals(List.of(Outcome.COMPLETED), outcomes(fake, Deed.GOOD));
        assertTrue(programs() > before);
        fake.close();
        assertEquals(before, programs());
    }

    @Test
    void closingTwiceDoesNothing() throws UnavailableException {
        Implementation fake = FakeProgram.start(LIMITS);
        fake.close();
        fake.close();
        assertFalse(ProcessHandle.current()
                .descendants()
                .anyMatch(each -> each.info().commandLine().orElse("").contains("fake")));
    }

    private static long programs() {
        return ProcessHandle.current()
                .descendants()
                .filter(each -> String.join(" ", each.info().arguments().orElse(new String[0]))
                        .contains("ignore_goodbye"))
                .count();
    }

    private static List<Outcome> outcomes(Implementation fake, Deed... deeds) {
        return fake.run(List.of(deeds).stream().map(Deed::scenario).toList()).stream()
                .map(Transcript::outcome)
                .toList();
    }

    private static Outcome crashed(String detail) {
        return new Died(Death.CRASHED, 0, detail);
    }

    private static Outcome timedOut() {
        return new Died(Death.TIMED_OUT, 0, "limit 0.7 s");
    }
}
