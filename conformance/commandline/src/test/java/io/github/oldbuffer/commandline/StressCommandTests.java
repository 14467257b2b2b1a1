package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.ports.PortProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only shows over time is found in wrong ports, with its clause, and in no right one. */
class StressCommandTests {

    private static final String REFUSED = """
            {"format": "oldbuffer-scenario", "version": 1, "steps": [
              {"do": "make", "object": 0, "exporter": {"kind": "non-buffer", "object": "STR"}},
              {"do": "call", "function": "READ", "object": 0}]}
            """;

    /** {@code STATE} stands in front of the function, {@code FAILED} where it fails, {@code LAST} before it returns. */
    private static final String PORT = """
            #include <Python.h>
            #include <stdlib.h>
            #include <time.h>
            STATE
            int my_read(PyObject *object, const void **buffer, Py_ssize_t *length)
            {
                LOCAL
                if (PyObject_GetBuffer(object, &view, PyBUF_SIMPLE) != 0) {
                    if (!PyErr_ExceptionMatches(PyExc_TypeError))
                        PyErr_SetString(PyExc_TypeError, "no memory");
                    FAILED
                    return -1;
                }
                *buffer = view.buf;
                *length = view.len;
                PyBuffer_Release(&view);
                LAST
                return 0;
            }
            """;

    @TempDir
    private Path folder;

    private Ran stress(String state, String local, String failed, String last, String... options) throws IOException {
        String text = PORT.replace("STATE", state)
                .replace("LOCAL", local)
                .replace("FAILED", failed)
                .replace("LAST", last);
        Path port = Files.writeString(folder.resolve("port.c"), text);
        Stream<String> words = Stream.of(
                "stress",
                "-i",
                "port:" + port + ":AsReadBuffer=my_read",
                "--seed",
                "1",
                "--out",
                folder.resolve("report").toString());
        return Ran.with(
                List.of(new PortProvider()),
                Stream.concat(words, Stream.of(options)).toArray(String[]::new));
    }

    private String scenario() throws IOException {
        return Files.writeString(folder.resolve("refused.json"), REFUSED).toString();
    }

    @Test
    void whatARefusedCallForgetsToFreeIsFound() throws IOException {
        Ran ran = stress(
                "",
                "Py_buffer view; char *note = malloc(64); if (note == NULL) return -1; note[0] = 0;",
                "if (note[0] == 1) free(note);",
                "free(note);",
                "--scenario",
                scenario());
        assertEquals(ExitStatus.DEVIATES, ran.status(), ran.out() + ran.err());
        assertTrue(ran.out().contains("STRESS-1  implied    VIOLATED"), ran.out());
        assertTrue(ran.out().contains("memory grew by 80 bytes for each time"), ran.out());
        assertTrue(ran.out().contains("    Make o0 = a str\n    PyObject_AsReadBuffer(o0)\n"), ran.out());
        itsWitnessIsRepeatedByStressAloneAndNotByReplay();
    }

    private void itsWitnessIsRepeatedByStressAloneAndNotByReplay() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("report"))) {
            String witness = files.filter(file -> file.endsWith("witness.json"))
                    .findFirst()
                    .orElseThrow()
                    .toString();
            Ran replayed = Ran.command("replay", witness);
            assertEquals(ExitStatus.USAGE, replayed.status());
            assertTrue(replayed.err().contains("stress -i ID --scenario FILE"), replayed.err());
            String saved = Files.writeString(folder.resolve("saved.json"), Files.readString(Path.of(witness)))
                    .toString();
            Ran repeated = stress("", "Py_buffer view;", "", "", "--scenario", saved);
            assertEquals(ExitStatus.CONFORMS, repeated.status(), repeated.out() + repeated.err());
        }
    }

    @Test
    void whatDiesOfManyCallsAndNotOfOneIsFound() throws IOException {
        Ran ran = stress(
                "static int calls;",
                "Py_buffer view; if (++calls > 500) abort();",
                "",
                "",
                "--scenario",
                scenario(),
                "--repetitions",
                "1000");
        assertEquals(ExitStatus.DEVIATES, ran.status(), ran.out() + ran.err());
        assertTrue(ran.out().contains("CRASHED (SIGABRT) when the scenario was repeated"), ran.out());
    }

    @Test
    void aCacheThatIsFullSomeTimeIsNoLeak() throws IOException {
        Ran ran = stress(
                "static void *cache[16384]; static int calls;",
                "Py_buffer view; if (calls < 16384) cache[calls++] = malloc(48);",
                "",
                "",
                "--scenario",
                scenario());
        assertEquals(ExitStatus.CONFORMS, ran.status(), ran.out() + ran.err());
    }

    @Test
    void aReferenceThatIsKeptIsFound() throws IOException {
        Ran ran = stress(
                "",
                "Py_buffer view;",
                "",
                "PyList_New(1);",
                "--clauses",
                "STRESS-1",
                "--tries",
                "1",
                "--repetitions",
                "1000");
        assertEquals(ExitStatus.DEVIATES, ran.status(), ran.out() + ran.err());
        assertTrue(ran.out().contains("memory grows with the number of calls"), ran.out());
    }

    @Test
    void stateThatAllCallsShareIsFoundByThreads() throws IOException {
        Ran ran = stress("static Py_buffer view;", "", "", "", "--clauses", "STRESS-3");
        assertEquals(ExitStatus.DEVIATES, ran.status(), ran.out() + ran.err());
        assertTrue(ran.out().contains("STRESS-3  implied    VIOLATED"), ran.out());
        assertTrue(ran.out().contains("answered otherwise among threads than alone"), ran.out());
    }

    @Test
    void aPointerThatIsUsedWithoutTheGilIsFoundByThreads() throws IOException {
        String without = "Py_BEGIN_ALLOW_THREADS struct timespec moment = {0, 20000}; nanosleep(&moment, NULL);"
                + " Py_END_ALLOW_THREADS";
        Ran ran = stress("", "Py_buffer view;", "", without, "--clauses", "STRESS-3");
        assertEquals(ExitStatus.DEVIATES, ran.status(), ran.out() + ran.err());
        assertTrue(ran.out().contains("memory that was not the object's any more"), ran.out());
    }

    @Test
    void aRightPortIsNotAccused() throws IOException {
        Ran ran = stress("", "Py_buffer view;", "", "", "--clauses", "STRESS-2,STRESS-3", "--steps", "1000");
        assertEquals(ExitStatus.CONFORMS, ran.status(), ran.out() + ran.err());
        assertFalse(ran.out().contains("STRESS-1"), ran.out());

        Ran refused = stress("", "Py_buffer view;", "", "", "--scenario", scenario());
        assertEquals(ExitStatus.CONFORMS, refused.status(), refused.out() + refused.err());
    }

    @Test
    void wrongOptionsAreWrongUsage() {
        assertEquals(
                ExitStatus.USAGE, Ran.command("stress", "--repetitions", "10").status());
        assertEquals(
                ExitStatus.USAGE, Ran.command("stress", "--clauses", "READ-1").status());
        assertEquals(ExitStatus.USAGE, Ran.command("stress", "-i", "nobody").status());
        assertEquals(ExitStatus.NOT_JUDGED, Ran.command("stress", "-i", "model").status());
    }
}
