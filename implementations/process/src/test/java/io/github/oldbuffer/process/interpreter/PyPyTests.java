package io.github.oldbuffer.process.interpreter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.process.WorkerLimits;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.ImplementationProvider.Offer;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Pointer;
import io.github.oldbuffer.spec.transcript.Sample;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** PyPy runs the probe in its own process; where there is none, only how it is refused is tested. */
@Timeout(120)
class PyPyTests {

    private static final Scenario GOOD = Scenario.of(
            new Step.Make(0, new Bytes(3, 7, false)), Step.Call.of(Function.READ, 0), Step.Call.of(Function.WRITE, 0));

    private static final Scenario CRASH = Scenario.of(
            new Step.Make(0, new Bytes(3, 7, false)),
            new Step.Call(Function.CHECK, 0, Set.of(Step.Argument.OBJECT), null));

    @Test
    void bytesAreReadAndNotWritten() throws UnavailableException {
        for (Path path : PyPys.find()) {
            try (Implementation pypy = new PyPyProvider().open("pypy:" + path)) {
                assertEquals("PyPy", pypy.identity().name());
                assertTrue(pypy.identity().version().matches("7\\.\\d+\\.\\d+"));
                List<Event> events = pypy.run(List.of(GOOD)).get(0).events();
                Event.Called read = (Event.Called) events.get(1);
                assertEquals(0, read.code());
                assertEquals(Pointer.within(0), read.pointer());
                assertEquals(3L, read.length());
                assertEquals(Sample.read(new byte[] {7, 8, 9}), read.sample());
                assertEquals(Event.UNCOUNTED, read.references());
                assertEquals(-1, ((Event.Called) events.get(2)).code());
            }
        }
    }

    @Test
    void aCrashIsToldOfExactlyTheScenarioThatCausedIt() throws UnavailableException {
        for (Path path : PyPys.find()) {
            try (Implementation pypy = new PyPyProvider().open("pypy:" + path)) {
                List<Outcome> outcomes = pypy.run(List.of(GOOD, CRASH, GOOD, CRASH, GOOD)).stream()
                        .map(Transcript::outcome)
                        .toList();
                Outcome crashed = new Outcome.Died(Outcome.Death.CRASHED, 1, "SIGSEGV");
                assertEquals(
                        List.of(Outcome.COMPLETED, crashed, Outcome.COMPLETED, crashed, Outcome.COMPLETED), outcomes);
            }
        }
    }

    @Test
    void aWorkerKilledFromOutsideIsReplaced() throws UnavailableException, InterruptedException {
        for (Path path : PyPys.find()) {
            try (Implementation pypy = new PyPyProvider().open("pypy:" + path, WorkerLimits.DEFAULT)) {
                pypy.run(List.of(GOOD));
                ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
                TimeUnit.MILLISECONDS.sleep(200);
                List<Transcript> transcripts = pypy.run(Collections.nCopies(100, GOOD));
                assertTrue(transcripts.stream().allMatch(each -> each.outcome() == Outcome.COMPLETED));
            }
        }
    }

    @Test
    void theOneOnThePathIsOffered(@TempDir Path folder) throws IOException {
        Path executable = Files.createFile(folder.resolve("pypy3"));
        assertTrue(executable.toFile().setExecutable(true));
        List<Offer> offers = new PyPyProvider(Map.of("PATH", "/nowhere:" + folder)).offers();
        assertEquals(
                List.of("pypy:" + executable, "pypy:PATH"),
                offers.stream().map(Offer::id).toList());
        assertEquals(1, new PyPyProvider(Map.of()).offers().size());
    }

    @Test
    void whatIsNoPyPyIsRefused(@TempDir Path folder) throws IOException {
        refused(folder.resolve("absent"), "There is no Python at " + folder.resolve("absent") + ".");
        Path text = Files.writeString(folder.resolve("text"), "hello");
        refused(text, text + " is not executable.");
        Path fake = script(folder, "echo hello");
        refused(fake, fake + " does not answer as Python does.");
        Path failing = script(folder, "echo broken >&2; exit 3");
        refused(failing, failing + " does not run as Python 3 does: broken");
        Path other = script(folder, "printf 'oldbuffer\\ncpython\\n3.11.7\\n/nowhere\\n'");
        refused(other, other + " is not PyPy but cpython (for CPython: cpython:PATH).");
        Path bare = script(folder, "printf 'oldbuffer\\npypy\\n7.3.11\\n/nowhere\\n'");
        refused(
                bare,
                "The headers of " + bare + " are missing (no Python.h in [/nowhere]): "
                        + "install them (Debian: apt-get install pypy3-dev).");
    }

    private static Path script(Path folder, String command) throws IOException {
        Path script = Files.createTempFile(folder, "python", "");
        Files.writeString(script, "#!/bin/sh\n" + command + "\n");
        assertTrue(script.toFile().setExecutable(true));
        return script;
    }

    private static void refused(Path executable, String sentence) {
        UnavailableException refusal =
                assertThrows(UnavailableException.class, () -> new PyPyProvider().open("pypy:" + executable));
        assertEquals(sentence, refusal.getMessage());
    }
}
