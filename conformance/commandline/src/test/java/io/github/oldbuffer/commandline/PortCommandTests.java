package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.ports.ExamplePort;
import io.github.oldbuffer.reports.json.ResultsException;
import io.github.oldbuffer.reports.json.ResultsJson;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortCommandTests {

    private static final String READ = "static int my_read(PyObject *o, const void **b, Py_ssize_t *n)\n{\n"
            + "    Py_buffer view;\n    if (PyObject_GetBuffer(o, &view, PyBUF_SIMPLE) != 0)\n        return -1;\n"
            + "    *b = view.buf;\n    *n = view.len;\n    PyBuffer_Release(&view);\n    return 0;\n}\n";

    /** A right helper that refuses what an int cannot count. */
    private static final String COUNTS_IN_INT = """
            #define PY_SSIZE_T_CLEAN
            #include <Python.h>
            #include <limits.h>

            int my_read(PyObject *object, char **bytes, int *count)
            {
                Py_buffer view;
                if (PyObject_GetBuffer(object, &view, PyBUF_SIMPLE) != 0) {
                    return -1;
                }
                int small = view.len <= INT_MAX;
                if (small) {
                    *bytes = view.buf;
                    *count = (int)view.len;
                } else {
                    PyErr_SetString(PyExc_OverflowError, "too long");
                }
                PyBuffer_Release(&view);
                return small ? 0 : -1;
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void aMisspeltHelperIsAnsweredWithWhatItMayBe() throws Exception {
        String file = ExamplePort.file("faithful.c").toString();
        for (String[] asked :
                new String[][] {{"--names", "AsReadBuffer=PyObject_AsReadBufer"}, {"--adapt", "PyObject_AsReadBufer"}
                }) {
            Ran ran = Ran.command(
                    "port",
                    file,
                    asked[0],
                    asked[1],
                    "--out",
                    folder.resolve("out").toString());
            assertEquals(ExitStatus.NOT_JUDGED, ran.status());
            assertTrue(ran.sentence().contains("; did you mean PyObject_AsReadBuffer"), ran.err());
        }
    }

    @Test
    void whatDoesNotCompileIsShownWithItsFirstErrorAndTheCommand() throws IOException {
        Ran ran = port("int PyObject_CheckReadBuffer(PyObject *o) { return frobnicate; }\n");
        assertEquals(ExitStatus.NOT_JUDGED, ran.status());
        assertTrue(ran.sentence().contains("frobnicate"), ran.err());
        assertTrue(ran.sentence().contains("the command was: "), ran.err());
    }

    @Test
    void aFileWithoutAnyOfTheNamesCannotBeJudged() throws IOException {
        Ran ran = port("int other(void) { return 1; }\n");
        assertEquals(ExitStatus.NOT_JUDGED, ran.status());
        assertTrue(ran.sentence().contains("none of the functions"), ran.err());
    }

    @Test
    void aChosenNameThatIsMissingCannotBeJudged() throws IOException {
        Ran ran = port(READ, "--names", "AsReadBuffer=my_read,CheckReadBuffer=my_check");
        assertEquals(ExitStatus.NOT_JUDGED, ran.status());
        assertTrue(ran.sentence().contains("no function my_check"), ran.err());
    }

    @Test
    void aFunctionThatTakesOtherArgumentsCannotBeJudged() throws IOException {
        Ran ran = port("int my_read(PyObject *o) { return o != NULL; }\n", "--names", "AsReadBuffer=my_read");
        assertEquals(ExitStatus.NOT_JUDGED, ran.status());
        assertTrue(ran.sentence().contains("cannot be called as PyObject_AsReadBuffer is"), ran.err());
    }

    @Test
    void aLibraryThatIsNoneCannotBeJudged() throws IOException {
        Path text = Files.writeString(folder.resolve("text.so"), "no library\n");
        Ran ran = run(text);
        assertEquals(ExitStatus.NOT_JUDGED, ran.status());
        assertTrue(ran.sentence().contains("no shared library"), ran.err());
    }

    @Test
    void wrongOptionsAreWrongUsage() throws IOException {
        assertEquals(ExitStatus.USAGE, run(folder.resolve("missing.c")).status());
        assertEquals(ExitStatus.USAGE, port(READ, "--names", "Read=my_read").status());
        assertEquals(ExitStatus.USAGE, port(READ, "--cflags", "'open").status());
        assertEquals(ExitStatus.USAGE, port(READ, "--sanitize", "thread").status());
        assertEquals(ExitStatus.USAGE, port(READ, "--tries", "0").status());
    }

    @Test
    void aStaticFunctionIsJudgedByItsNameAndGivesBothAnswers() throws IOException {
        Ran ran = port(READ, "--names", "AsReadBuffer=my_read", "--tries", "100", "--seed", "1");
        assertEquals(ExitStatus.DEVIATES, ran.status(), ran.out() + ran.err());
        assertTrue(ran.out().contains("PyObject_AsReadBuffer: my_read"), ran.out());
        assertTrue(ran.out().contains("because CPython's own functions deviate in the same way"), ran.out());
        assertTrue(ran.out().contains("CRASHED (SIGSEGV) in PyObject_AsReadBuffer"), ran.out());
        // the headline of a cause, and what shows it, in the user's own words
        assertTrue(ran.out().contains("  my_read on NULL: CRASHED (SIGSEGV) in my_read"), ran.out());
        assertTrue(ran.out().contains("    my_read(NULL)  ->  CRASHED (SIGSEGV)"), ran.out());
        resultsHoldThePrograms();
        aReportMadeAgainHasThemBesideTheWitness();
    }

    @Test
    void aCauseIsToldByTheUsersFunctionTheObjectTheStepsAndTheAdvice() throws IOException {
        Ran ran = port(
                READ.replace("PyBUF_SIMPLE", "PyBUF_STRIDES"),
                "--names",
                "AsReadBuffer=my_read",
                "--tries",
                "100",
                "--seed",
                "1");
        assertTrue(
                Pattern.compile("(?m)^  my_read on .*:\\s+succeeded on\\s+(strided|Fortran-ordered)\\s+memory\n"
                                + "    Make o0 = .*\n    my_read\\(o0\\)  ->  0, .*\n    Look at: ")
                        .matcher(ran.out())
                        .find(),
                ran.out());
        // a difference that follows from it has another witness, which the title would not fit
        assertTrue(
                Pattern.compile("(?m)^  The same cause as above: my_read on [^>]*\n  differs ")
                        .matcher(ran.out())
                        .find(),
                ran.out());
    }

    /** That it tells no length of what an int cannot count is judged once, where it refuses it, and can be on file. */
    @Test
    void aRightHelperWithAnIntCanPass() throws Exception {
        Path source = Files.writeString(folder.resolve("right.c"), COUNTS_IN_INT);
        Path known = folder.resolve("int.json");
        List<String> words = List.of(
                "port",
                source.toString(),
                "--names",
                "AsReadBuffer=my_read",
                "--seed",
                "1",
                "--ignore",
                "null,pending",
                "--out",
                folder.resolve("int").toString());
        Ran first = Ran.command(Stream.concat(words.stream(), Stream.of("--write-known", known.toString()))
                .toArray(String[]::new));
        assertEquals(ExitStatus.DEVIATES, first.status(), first.err());
        assertFalse(first.out().contains("could not be judged"), first.out());
        Files.writeString(
                known, Files.readString(known).replaceAll("\"reason\" *: *\"\"", "\"reason\": \"It counts in int.\""));
        Ran second = Ran.command(Stream.concat(words.stream(), Stream.of("--known", known.toString()))
                .toArray(String[]::new));
        assertEquals(ExitStatus.CONFORMS, second.status(), second.out() + second.err());
    }

    /** A helper that refuses what an int cannot count, and takes memory with gaps: neither follows from the other. */
    @Test
    void twoMistakesAreTwoCauses() throws Exception {
        Path source =
                Files.writeString(folder.resolve("two.c"), COUNTS_IN_INT.replace("PyBUF_SIMPLE", "PyBUF_FULL_RO"));
        Path out = folder.resolve("two");
        Ran ran = Ran.command(
                "port", source.toString(), "--names", "AsReadBuffer=my_read", "--seed", "1", "--out", out.toString());
        List<String> causes =
                ResultsJson.read(Files.readString(out.resolve("results.json"))).runs().get(0).findings().stream()
                        .filter(finding -> !finding.known() && finding.clause() != null)
                        .map(finding ->
                                finding.clause() + " " + finding.cause().id().replaceAll("^(read-[16])-.*", "$1"))
                        .filter(clause -> clause.startsWith("READ-"))
                        .distinct()
                        .toList();
        assertEquals(List.of("READ-1 read-1", "READ-6 read-6"), causes, ran.out());
    }

    private void resultsHoldThePrograms() throws IOException {
        List<Finding> findings = results(folder.resolve("report")).findings();
        assertTrue(findings.stream().anyMatch(Finding::known));
        for (Finding finding : findings) {
            Path program = folder.resolve("report").resolve(finding.witness()).resolveSibling("repro.c");
            assertEquals(Files.exists(program), finding.evidence().files().containsKey("repro.c"), finding.symptom());
            if (Files.exists(program)) {
                assertEquals(
                        Files.readString(program), finding.evidence().files().get("repro.c"));
            }
        }
    }

    private void aReportMadeAgainHasThemBesideTheWitness() throws IOException {
        String file = folder.resolve("report/results.json").toString();
        Path again = folder.resolve("again");
        Ran ran = Ran.command("report", file, "--out", again.toString());
        assertEquals(ExitStatus.CONFORMS, ran.status(), ran.err());
        for (Finding finding : results(again).findings()) {
            Path program = again.resolve(finding.witness()).resolveSibling("repro.c");
            assertEquals(finding.evidence().files().containsKey("repro.c"), Files.exists(program), program.toString());
        }
    }

    private static Run results(Path report) throws IOException {
        try {
            return ResultsJson.read(Files.readString(report.resolve("results.json")))
                    .runs()
                    .get(0);
        } catch (ResultsException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** Wrong from the hundredth call on: no scenario shows it by itself, and yet it was seen. */
    @Test
    void whatDoesNotComeAgainIsNoYesAnywhere() throws IOException {
        Path file = Files.writeString(folder.resolve("counts.c"), """
                #include <Python.h>
                static int calls;
                int PyObject_AsReadBuffer(PyObject *o, const void **b, Py_ssize_t *n)
                {
                    Py_buffer view;
                    if (PyObject_GetBuffer(o, &view, PyBUF_SIMPLE) != 0) {
                        return -1;
                    }
                    *b = view.buf;
                    *n = view.len + (++calls > 100);
                    PyBuffer_Release(&view);
                    return 0;
                }
                """);
        Path out = folder.resolve("counts");
        Ran ran = Ran.command(
                "port", file.toString(), "--contract-only", "--tries", "60", "--seed", "1", "--out", out.toString());

        assertEquals(ExitStatus.NOT_JUDGED, ran.status(), ran.out() + ran.err());
        assertTrue(ran.out().contains("Nobody can tell: "), ran.out());
        assertFalse(ran.out().contains("Yes"), ran.out());
        assertTrue(
                Files.readString(out.resolve("results.json")).replace(" ", "").contains("\"conforms\":false"),
                "as a machine reads it");
        assertTrue(
                Files.readString(out.resolve("badge.json")).contains("port:counts.c in CPython"),
                "a port, not CPython");
        assertTrue(Files.readString(out.resolve("badge.json")).contains("not judged"));
        assertTrue(Files.readString(out.resolve("summary.md")).contains("could not be judged: "));
        assertTrue(Files.readString(out.resolve("junit.xml")).contains("errors=\"1\""));
        Ran gate = Ran.command("gate", out.resolve("results.json").toString());
        assertEquals(ExitStatus.NOT_JUDGED, gate.status(), gate.err());
    }

    /** A thread that the port has started kills the process a little later, whatever runs then. */
    @Test
    void deathsThatNoScenarioRepeatsAreNoYesEither() throws IOException {
        Path file = Files.writeString(folder.resolve("thread.c"), """
                #include <Python.h>
                #include <pthread.h>
                #include <signal.h>
                #include <unistd.h>
                static void *later(void *nothing)
                {
                    usleep(30000);
                    kill(getpid(), SIGKILL);
                    return nothing;
                }
                int PyObject_AsReadBuffer(PyObject *o, const void **b, Py_ssize_t *n)
                {
                    Py_buffer view;
                    pthread_t thread;
                    if (pthread_create(&thread, NULL, later, NULL) == 0) {
                        pthread_detach(thread);
                    }
                    if (PyObject_GetBuffer(o, &view, PyBUF_SIMPLE) != 0) {
                        return -1;
                    }
                    *b = view.buf;
                    *n = view.len;
                    PyBuffer_Release(&view);
                    return 0;
                }
                """);

        Ran ran = run(file, "--contract-only", "--tries", "100", "--seed", "1");

        assertTrue(ran.status() != ExitStatus.CONFORMS, ran.out() + ran.err());
        assertFalse(ran.out().contains("Yes"), ran.out());
    }

    @Test
    void whatNoCorrectProgramComesByCanBeLeftOut() {
        Path port = ExamplePort.file("faulty/nulls_unchecked.c");
        Ran all = run(port, "--seed", "1");
        assertEquals(ExitStatus.DEVIATES, all.status(), all.err());
        assertTrue(all.out().contains("faithful"), all.out());
        Ran some = run(port, "--seed", "1", "--ignore", "null,pending");
        assertEquals(ExitStatus.CONFORMS, some.status(), some.out());
        assertFalse(some.out().contains("faithful"), some.out());
        Ran wrong = run(port, "--ignore", "nothing");
        assertEquals(ExitStatus.USAGE, wrong.status());
    }

    @Test
    void aFindingIsLookedForAgainInThePortAsItIsNow() throws IOException {
        Path port = Files.copy(ExamplePort.file("faulty/never_released.c"), folder.resolve("a port.c"));
        Ran ran = run(port, "--seed", "1", "--contract-only");
        assertEquals(ExitStatus.DEVIATES, ran.status(), ran.err());
        List<Path> found;
        try (Stream<Path> files = Files.walk(folder.resolve("report"))) {
            found = files.filter(file -> file.endsWith("finding.json"))
                    .map(Path::getParent)
                    .filter(file -> file.getFileName().toString().startsWith("READ-11"))
                    .toList();
        }
        Ran there = Ran.command("replay", found.get(0).toString());
        assertEquals(ExitStatus.DEVIATES, there.status(), there.err());
        assertTrue(there.out().contains("Still there: READ-11"), there.out());
        Files.copy(ExamplePort.file("faithful.c"), port, StandardCopyOption.REPLACE_EXISTING);
        Ran gone = Ran.command("replay", found.get(0).toString());
        assertEquals(ExitStatus.CONFORMS, gone.status(), gone.out() + gone.err());
        assertTrue(gone.out().contains("Gone: READ-11"), gone.out());
        Files.delete(port);
        assertEquals(
                ExitStatus.USAGE, Ran.command("replay", found.get(0).toString()).status());
    }

    @Test
    void aDeathIsLookedForAgain() throws IOException {
        run(ExamplePort.file("faulty/nulls_unchecked.c"), "--seed", "1");
        List<Path> found;
        try (Stream<Path> files = Files.walk(folder.resolve("report"))) {
            found = files.filter(file -> file.endsWith("finding.json"))
                    .map(Path::getParent)
                    .filter(file -> file.getFileName().toString().contains("asreadbuffer-buffer-null"))
                    .toList();
        }
        Ran there = Ran.command("replay", found.get(0).toString());
        assertEquals(ExitStatus.DEVIATES, there.status(), there.err());
        assertTrue(there.out().contains("Still there: CRASHED (SIGSEGV)"), there.out());
    }

    @Test
    void whatASanitizerSaysLiesBesideTheWitness() throws IOException {
        Ran ran = run(
                ExamplePort.file("faulty/stack_overrun.c"),
                "--sanitize",
                "address,undefined",
                "--contract-only",
                "--tries",
                "30",
                "--seed",
                "1");
        assertEquals(ExitStatus.DEVIATES, ran.status(), ran.out() + ran.err());
        List<Path> reports;
        try (Stream<Path> files = Files.walk(folder.resolve("report"))) {
            reports = files.filter(file -> file.endsWith("sanitizer.txt")).toList();
        }
        assertTrue(!reports.isEmpty(), ran.out());
        assertTrue(Files.readString(reports.get(0)).contains("stack_overrun.c"), ran.out());
    }

    private Ran port(String text, String... options) throws IOException {
        return run(Files.writeString(folder.resolve("port.c"), "#include <Python.h>\n" + text), options);
    }

    private Ran run(Path file, String... options) {
        Stream<String> words = Stream.of(
                "port", file.toString(), "--out", folder.resolve("report").toString());
        return Ran.command(Stream.concat(words, Stream.of(options)).toArray(String[]::new));
    }
}
