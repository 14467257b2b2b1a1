package io.github.oldbuffer.process.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.probe.HostFailedException;
import io.github.oldbuffer.process.WorkerLimits;
import io.github.oldbuffer.process.lines.FakeProgram.Deed;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.ExporterKind;
import io.github.oldbuffer.spec.implementation.Capabilities;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.StepKind;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Outcome.Death;
import io.github.oldbuffer.spec.transcript.Outcome.Died;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A death is a verdict on the scenario that the program had and on no other, a mistake of the program on none. */
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
    void everyDeathIsToldOfItsOwnScenario() throws UnavailableException {
        Map<Deed, Outcome> expected = new EnumMap<>(Map.of(
                Deed.EXIT, crashed("exit status 0"),
                Deed.ABORT, crashed("SIGABRT"),
                Deed.ASSERTS, crashed("SIGABRT: g: Assertion `a == b' failed"),
                Deed.SEGV, crashed("SIGSEGV"),
                Deed.HALF_AND_EXIT, crashed("exit status 3, half a line"),
                Deed.MEMORY, crashed("memory over 64 MiB"),
                Deed.STEP_AND_EXIT, crashed("exit status 9"),
                // what a dying runtime writes is no mistake of the program's
                Deed.LAST_WORDS_AND_SEGV, crashed("SIGSEGV"),
                Deed.LAST_WORDS_AND_EXIT, crashed("exit status 3")));
        // a slow machine must not make a hang of any of them
        WorkerLimits patient = LIMITS.withScenario(Duration.ofMinutes(1));
        try (Implementation fake = FakeProgram.start(patient)) {
            for (Map.Entry<Deed, Outcome> each : expected.entrySet()) {
                List<Outcome> outcomes = outcomes(fake, Deed.GOOD, each.getKey(), Deed.GOOD);
                assertEquals(List.of(Outcome.COMPLETED, each.getValue(), Outcome.COMPLETED), outcomes);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMistakeOfTheProgramIsCalledThat(Mistake mistake) throws UnavailableException {
        try (Implementation fake = FakeProgram.start(LIMITS.withScenario(Duration.ofMinutes(1)))) {
            assertEquals(List.of(Outcome.COMPLETED), outcomes(fake, Deed.GOOD));
            HostFailedException told =
                    assertThrows(HostFailedException.class, () -> outcomes(fake, Deed.valueOf(mistake.name())));
            assertEquals(
                    "the program does not keep to the process protocol: line " + mistake.sentence, told.getMessage());
            HostFailedException again = assertThrows(HostFailedException.class, () -> outcomes(fake, Deed.GOOD));
            assertEquals(told.getMessage(), again.getMessage());
        }
    }

    /** What the kit says to each; line 1 was the hello, line 2 a right answer. */
    private enum Mistake {
        GARBAGE("3 of its output, column 1: this is not JSON: \"Segmentation fault (core dumped)\""),
        WRONG_RUN("3 of its output, field run: "
                + "expected 2, the number of the scenario that is to be answered, found 0"),
        NOT_UTF8("3 of its output: it is not UTF-8"),
        GIGABYTES("3 of its output: it is longer than 16777216 bytes"),
        STEPS_FOR_EVER("4 of its output, field step: step 0 does not come after step 0"),
        TOO_FEW_EVENTS("3 of its output, field transcript.events: expected 1 events, one for each step, found 0"),
        CLOSES_OUTPUT("3 of its output: it has closed its output instead, and lives on"),
        HALF_AND_CLOSES_OUTPUT("3 of its output: it ends in the middle");

        private final String sentence;

        Mistake(String sentence) {
            this.sentence = sentence;
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
            assertEquals(
                    new Capabilities(Set.of(ExporterKind.BYTES), Set.of(StepKind.DROP, StepKind.MAKE)),
                    fake.supports());
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
