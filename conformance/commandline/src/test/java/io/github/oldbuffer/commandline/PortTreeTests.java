package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.ports.ExamplePort;
import io.github.oldbuffer.reports.json.ResultsJson;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code port DIR} lists what a source tree has, and judges what it can. */
class PortTreeTests {

    @TempDir
    private Path folder;

    @Test
    void whatCanBeJudgedIs() throws Exception {
        Path tree = Files.createDirectory(folder.resolve("tree"));
        Files.copy(ExamplePort.file("faulty/never_released.c"), tree.resolve("own.c"));
        Files.copy(ExamplePort.file("adapters/out_first.c"), tree.resolve("other.c"));
        Ran ran = port(tree);
        assertEquals(ExitStatus.DEVIATES, ran.status(), ran.err());
        assertTrue(ran.out().contains("own.c:16  a definition of PyObject_AsReadBuffer"), ran.out());
        assertTrue(ran.out().contains("violates READ-11, READ-10"), ran.out());
        assertTrue(ran.out().contains("with an adapter: ./conform port " + tree.resolve("other.c")), ran.out());
        assertEquals(
                1,
                ResultsJson.read(Files.readString(folder.resolve("report/results.json")))
                        .runs()
                        .size());
    }

    @Test
    void findingsStandAtTheirLinesInTheRepository() throws Exception {
        Path tree = Files.createDirectory(folder.resolve("tree"));
        Files.createDirectory(tree.resolve(".git"));
        Files.createDirectory(tree.resolve("src"));
        Files.copy(ExamplePort.file("faulty/never_released.c"), tree.resolve("src/own.c"));
        assertEquals(ExitStatus.DEVIATES, port(tree).status());
        String sarif = Files.readString(folder.resolve("report/results.sarif"));
        assertTrue(sarif.contains("\"src/own.c\""), sarif);
    }

    @Test
    void aTreeWithNothingToJudgeIsNotJudged() throws Exception {
        Path tree = Files.createDirectory(folder.resolve("tree"));
        Files.writeString(tree.resolve("a.c"), "int f(void) { return 0; }\n");
        Ran ran = port(tree);
        assertEquals(ExitStatus.NOT_JUDGED, ran.status());
        assertTrue(ran.sentence().contains("does what the four functions did (1 source read)"), ran.err());
    }

    @Test
    void aHelperIsJudgedWithoutTheLibrariesOfItsProject() throws Exception {
        Path tree = Files.createDirectory(folder.resolve("tree"));
        Files.writeString(
                tree.resolve("module.c"),
                "#include <Python.h>\n#include <library/nowhere.h>\nlibrary_t *made;\n"
                        + Files.readString(ExamplePort.file("faulty/never_released.c")));
        Ran ran = port(tree);
        assertEquals(ExitStatus.DEVIATES, ran.status(), ran.err());
        assertTrue(ran.err().contains("the header library/nowhere.h is in none"), ran.err());
        assertTrue(ran.err().contains("judged alone, without the rest of the source"), ran.err());
        assertTrue(ran.out().contains("violates READ-11, READ-10"), ran.out());
    }

    @Test
    void aFunctionOfTheSameTextIsJudgedOnce() throws Exception {
        Path tree = Files.createDirectories(folder.resolve("tree/it's second"));
        String text = Files.readString(ExamplePort.file("faulty/never_released.c"));
        Files.writeString(tree.resolveSibling("a.c"), text);
        Files.writeString(tree.resolve("b.c"), text);
        Ran ran = port(tree.getParent());
        assertEquals(ExitStatus.DEVIATES, ran.status(), ran.err());
        assertTrue(ran.out().contains("    violates READ-11, READ-10"), ran.out());
        assertTrue(
                ran.out().contains("the same text as " + tree.resolveSibling("a.c") + ":16: violates READ-11, READ-10"),
                ran.out());
        assertTrue(
                ran.out().contains("port '" + tree.resolve("b.c").toString().replace("'", "'\\''") + "'"), ran.out());
    }

    @Test
    void whatIsOnlyReadSaysWhatItNeeds() throws Exception {
        Path tree = Files.createDirectory(folder.resolve("tree"));
        Files.writeString(
                tree.resolve("a.m"),
                "int f(PyObject *o, const void **b, Py_ssize_t *n) { return PyObject_GetBuffer(o, 0, 0); }\n");
        Files.writeString(tree.resolve("b.pxi"), """
                cdef int g(object o, const void **b, Py_ssize_t *n) except -1:
                    return PyObject_GetBuffer(o, v, 0)
                def size(o):
                    PyObject_GetBuffer(o, v, 0)
                """);
        Files.writeString(tree.resolve("c.pyx"), "include 'b.pxi'\n");
        Ran ran = port(tree);
        assertEquals(ExitStatus.NOT_JUDGED, ran.status(), ran.err());
        assertTrue(ran.out().contains("not compiled here: Objective-C"), ran.out());
        assertTrue(ran.out().contains("with f alone in a .c file: ./conform port FILE.c --names"), ran.out());
        assertTrue(ran.out().contains("with g alone in a .pyx file: ./conform port FILE.pyx --names"), ran.out());
        assertTrue(ran.out().contains("./conform call 'c.size(_)'"), ran.out());
    }

    private Ran port(Path tree) {
        String out = folder.resolve("report").toString();
        return Ran.command("port", tree.toString(), "--contract-only", "--tries", "15", "--seed", "1", "--out", out);
    }
}
