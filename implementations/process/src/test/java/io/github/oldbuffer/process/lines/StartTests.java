package io.github.oldbuffer.process.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.oldbuffer.process.WorkerLimits;
import io.github.oldbuffer.spec.exporter.ExporterKind;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A program that cannot be judged is refused in one sentence. */
@Timeout(60)
class StartTests {

    private static final WorkerLimits LIMITS = new WorkerLimits(Duration.ofSeconds(5), Duration.ofMillis(800), 3);

    @Test
    void noCommandAtAll() {
        refused("", "There is no command after \"process:\"; write such as process:\"python3 harness.py\".");
    }

    @Test
    void aProgramThatIsNotThere() {
        refused(
                "no-such-harness --fast",
                "There is no program no-such-harness that can be run, of the command: [no-such-harness, --fast].");
    }

    @Test
    void aQuoteLeftOpen() {
        refused("sh -c 'echo", "A quote (') is not closed in the command: sh -c 'echo");
    }

    @Test
    void aProgramThatEndsAtOnce() {
        refused(
                "sh -c 'echo \"no module named x\" >&2; exit 4'",
                "The program did not say hello (exit status 4); it wrote: no module named x");
    }

    @Test
    void aProgramThatSaysNothing() {
        refused("sleep 30", "The program did not say hello (limit 0.8 s).");
    }

    @Test
    void aProgramThatSpeaksSomethingElse() {
        refused(
                "sh -c 'echo Usage: harness; sleep 30'",
                "The program does not speak the process protocol: "
                        + "line 1 of its output, column 1: this is not JSON: \"Usage: harness\".");
    }

    @Test
    void aHelloOfAnotherVersion() {
        refused(
                "echo '{\"hello\": 2}'",
                "The program does not speak the process protocol: "
                        + "line 1 of its output, field hello: expected 1, the version of the protocol, found 2.");
    }

    @Test
    void aHelloWithoutAName() {
        refused(
                "echo '{\"hello\": 1, \"version\": \"1\"}'",
                "The program does not speak the process protocol: "
                        + "line 1 of its output, field name: missing, expected 1 to 100 printable characters.");
    }

    @Test
    void aHelloWithAWordThatDoesNotExist() {
        refused(
                "echo '{\"hello\": 1, \"name\": \"x\", \"version\": \"1\", \"exporters\": [\"byte\"]}'",
                "The program does not speak the process protocol: line 1 of its output, field exporters[0]: "
                        + "expected one of "
                        + Arrays.stream(ExporterKind.values())
                                .map(ExporterKind::word)
                                .collect(Collectors.joining(", "))
                        + ", found \"byte\".");
    }

    private static void refused(String command, String sentence) {
        UnavailableException refusal =
                assertThrows(UnavailableException.class, () -> ProcessProvider.open("process:" + command, LIMITS));
        assertEquals(sentence, refusal.getMessage());
    }
}
