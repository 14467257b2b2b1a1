package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.cpython.CPythonProvider;
import io.github.oldbuffer.cpython.MachinePythons;
import io.github.oldbuffer.reports.json.ResultsJson;
import io.github.oldbuffer.spec.results.Results;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A port in several CPythons is one table and one file of results. */
@EnabledIf("hasAnother")
class PortPythonsTests {

    private static final String OTHER = "3.11";

    /** Wrong before 3.12 in one way more than afterwards. */
    private static final String PORT = """
            #include <Python.h>
            int PyObject_CheckReadBuffer(PyObject *object)
            {
            #if PY_VERSION_HEX < 0x030C0000
                if (!PyObject_CheckBuffer(object))
                    return -1;
            #endif
                return PyObject_CheckBuffer(object);
            }
            """;

    @TempDir
    private Path folder;

    static boolean hasAnother() {
        return new MachinePythons(System.getenv()).ofSeries(OTHER).isPresent();
    }

    @Test
    void whatIsNotTheSameComesFirst() throws Exception {
        Path port = Files.writeString(folder.resolve("port.c"), PORT);
        String bundled = CPythonProvider.python(CPythonProvider.BUNDLED).version();
        String series = bundled.substring(0, bundled.lastIndexOf('.'));
        Ran ran = port(port, "--pythons", OTHER + "," + series);
        assertEquals(ExitStatus.DEVIATES, ran.status(), ran.err());
        List<String> lines = ran.out().lines().toList();
        assertEquals("port:port.c in 2 CPythons", lines.get(0));
        int differing = lines.indexOf("Not the same in all of them:");
        int same = lines.indexOf("The same in all of them:");
        assertTrue(0 < differing && differing < same, ran.out());
        assertTrue(lines.get(differing + 1).matches("  CHECK-2 returned -1, not 0 +VIOLATED +-"), ran.out());
        assertTrue(lines.get(same + 1).matches("  CHECK-2 returned 1, not 0 +VIOLATED +VIOLATED"), ran.out());
        Results results = ResultsJson.read(Files.readString(folder.resolve("report/results.json")));
        assertEquals(2, results.runs().size());
        assertTrue(results.runs().get(0).implementation().version().startsWith(OTHER));
        assertEquals(bundled, results.runs().get(1).implementation().version());
        Path older = folder.resolve("report")
                .resolve(results.runs().get(0).findings().stream()
                        .filter(finding -> finding.symptom().equals("returned -1, not 0"))
                        .findFirst()
                        .orElseThrow()
                        .witness())
                .getParent();
        Ran again = Ran.command("replay", older.toString());
        assertEquals(ExitStatus.DEVIATES, again.status(), again.err());
        assertTrue(again.out().contains("(CPython " + OTHER), "in the one that showed it: " + again.out());
    }

    @Test
    void oneThatIsNotThereLeavesTheOthers() throws Exception {
        Path port = Files.writeString(folder.resolve("port.c"), PORT);
        String other = new MachinePythons(System.getenv())
                .ofSeries(OTHER)
                .orElseThrow()
                .toString();
        Ran ran = port(port, "--python", other, "--python", "/nowhere/python3");
        assertEquals(ExitStatus.DEVIATES, ran.status(), ran.err());
        assertTrue(ran.err().contains("not judged in /nowhere/python3: there is no Python at"), ran.err());
        assertTrue(ran.out().startsWith("port:port.c in 1 CPython"), ran.out());
    }

    @Test
    void whatIsNoVersionIsWrongUsage() throws Exception {
        Path port = Files.writeString(folder.resolve("port.c"), PORT);
        assertEquals(ExitStatus.USAGE, port(port, "--pythons", "every").status());
        Ran ran = port(port, "--pythons", "3.1");
        assertEquals(ExitStatus.NOT_JUDGED, ran.status());
        assertTrue(ran.sentence().contains("no CPython 3.1 is on the PATH or in pyenv"), ran.err());
    }

    private Ran port(Path file, String... options) {
        Stream<String> words = Stream.of(
                "port",
                file.toString(),
                "--contract-only",
                "--tries",
                "15",
                "--seed",
                "1",
                "--out",
                folder.resolve("report").toString());
        return Ran.command(Stream.concat(words, Stream.of(options)).toArray(String[]::new));
    }
}
