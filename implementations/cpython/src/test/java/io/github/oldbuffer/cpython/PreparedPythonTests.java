package io.github.oldbuffer.cpython;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.probe.PackedImplementation;
import io.github.oldbuffer.process.JavaWorkerCommand;
import io.github.oldbuffer.process.WorkerHost;
import io.github.oldbuffer.process.WorkerLimits;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedPythonTests {

    private static final Scenario SCENARIO =
            Scenario.of(new Step.Make(0, new ByteArray(4, 1, false)), Step.Call.of(Function.READ, 0), new Step.Drop(0));

    @Test
    void aFolderThatWasMovedRunsScenarios(@TempDir Path temporary) throws Exception {
        Path made = Files.createDirectory(temporary.resolve("made"));
        PreparedPython.make(made);
        Path moved = Files.move(made, temporary.resolve("moved"));
        PreparedPython prepared = PreparedPython.at(moved);
        List<String> arguments = prepared.embedding(null).arguments();
        assertTrue(arguments.stream().allMatch(word -> word.startsWith(moved.toString())), arguments.toString());
        Identity identity =
                new Identity("cpython", "CPython", prepared.runtime().version());
        try (Implementation python = new PackedImplementation(
                identity,
                WorkerHost.start(new JavaWorkerCommand(EmbeddedHostFactory.class, arguments), WorkerLimits.DEFAULT))) {
            Transcript transcript = python.run(List.of(SCENARIO)).get(0);
            assertEquals(
                    0,
                    assertInstanceOf(Event.Called.class, transcript.events().get(1))
                            .code());
        }
    }

    @Test
    void aFolderThatNothingWasPreparedInIsOneSentence(@TempDir Path folder) {
        UnavailableException refused = assertThrows(UnavailableException.class, () -> PreparedPython.at(folder));
        assertTrue(refused.getMessage().startsWith("There is no prepared CPython in " + folder), refused.getMessage());
    }
}
