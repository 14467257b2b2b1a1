package io.github.oldbuffer.graalpy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.Ctypes;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.json.ScenarioJson;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What GraalPy dies of is on file, told of in the README there, and never reaches GraalPy. */
class CrashesTests {

    /** The tests run in the module's folder. */
    private static final Path CRASHES = Path.of("crashes");

    static List<Path> witnesses() throws IOException {
        try (Stream<Path> files = Files.list(CRASHES)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("witnesses")
    void theGuardAnswersInstead(Path witness) throws IOException, JsonException {
        Scenario scenario = ScenarioJson.read(Files.readString(witness));
        Transcript transcript = new GuardedImplementation(new Completing())
                .run(List.of(scenario))
                .get(0);
        assertInstanceOf(Outcome.Unsupported.class, transcript.outcome());
    }

    @ParameterizedTest
    @MethodSource("witnesses")
    void theReadmeNamesIt(Path witness) throws IOException {
        String readme = Files.readString(CRASHES.resolve("README.md"));
        assertTrue(readme.contains(witness.getFileName().toString()), readme);
    }

    @Test
    void itIsSeenInsideOfOtherExporters() {
        Ctypes scalar = new Ctypes(Ctypes.Shape.SCALAR, 'B', 1, 0);
        Scenario scenario = Scenario.of(
                new Step.Make(0, new Bytes(1, 0, false)), new Step.Make(1, new MemoryView(scalar, List.of())));
        assertEquals(1, Hazards.in(scenario).orElseThrow().step());
    }

    @Test
    void othersPassAndTheOrderStays() {
        Scenario harmless = Scenario.of(new Step.Make(0, new Bytes(1, 0, false)), Step.Call.of(Function.READ, 0));
        Scenario hazard = Scenario.of(new Step.Make(0, new Ctypes(Ctypes.Shape.SCALAR, 'B', 1, 0)));
        List<Transcript> transcripts =
                new GuardedImplementation(new Completing()).run(List.of(harmless, hazard, harmless));
        assertEquals(Outcome.COMPLETED, transcripts.get(0).outcome());
        assertInstanceOf(Outcome.Unsupported.class, transcripts.get(1).outcome());
        assertEquals(Outcome.COMPLETED, transcripts.get(2).outcome());
    }

    /** Completes whatever reaches it. */
    private record Completing() implements Implementation {
        @Override
        public Identity identity() {
            return new Identity("completing", "Completing", "1");
        }

        @Override
        public List<Transcript> run(List<Scenario> batch) {
            return Collections.nCopies(batch.size(), Transcript.completed(List.of()));
        }

        @Override
        public void close() {
            // it holds nothing
        }
    }
}
