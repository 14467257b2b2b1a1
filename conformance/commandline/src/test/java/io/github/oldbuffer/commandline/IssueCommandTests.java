package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.commandline.report.IssueWriter;
import io.github.oldbuffer.cpython.CPythonProvider;
import io.github.oldbuffer.probe.Command;
import io.github.oldbuffer.process.Executables;
import io.github.oldbuffer.spec.implementation.ImplementationProvider;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssueCommandTests {

    @TempDir
    Path folder;

    @Test
    void aFindingBecomesATextForItsMaintainers() throws IOException {
        Path finding = inside(cause("wrong", "READ-1"));
        Ran ran = Ran.command("issue", finding.toString(), "-i", "right");
        assertEquals(ExitStatus.CONFORMS, ran.status(), ran.err());
        assertEquals(finding.resolve("ISSUE.md").toString(), ran.lastLine());
        String text = Files.readString(finding.resolve("ISSUE.md"));
        assertTrue(text.startsWith("# PyObject_AsReadBuffer on "), text);
        assertTrue(text.contains("\"On success, returns 0\" (https://docs.python.org/3/c-api/objbuffer.html)"), text);
        // what each implementation does today
        assertTrue(text.contains("PyObject_AsReadBuffer(o0)  ->  1"), text);
        assertTrue(text.contains("PyObject_AsReadBuffer(o0)  ->  0"), text);
        assertFalse(text.contains("conform replay"), text);
    }

    @Test
    void aFindingOfACallIsNotForThem() throws IOException {
        Ran.command(
                "call",
                "f(_)",
                "--setup",
                "def f(o): return memoryview(o).nbytes + (not isinstance(o, bytes))",
                "--seed",
                "1",
                "--out",
                folder + "/c");
        Path cause = inside(folder.resolve("c/deviations"));
        Ran ran = Ran.command("issue", cause.toString());
        assertEquals(ExitStatus.USAGE, ran.status());
        assertTrue(ran.sentence().contains("is about call:f(_), not about an implementation"), ran.err());
    }

    @Test
    void aCauseBecomesOneTextThatNamesAllItsFindings() throws IOException {
        Path cause = cause("mortal", "*");
        Ran ran = Ran.command("issue", cause.toString());
        assertEquals(ExitStatus.CONFORMS, ran.status(), ran.err());
        String text = Files.readString(cause.resolve("ISSUE.md"));
        assertTrue(
                text.contains("No call of a function of the C API with these arguments should end the process"), text);
    }

    @Test
    void aRunWithoutACauseBecomesATableWithoutALine() throws Exception {
        String out = folder.resolve("report").toString();
        Ran.command("run", "-i", "right", "--clauses", "READ-1", "--seed", "1", "--tries", "40", "--out", out);
        Path to = folder.resolve("new/issues");
        Ran ran = Ran.command("issue", out, "--to", to.toString());
        assertEquals(ExitStatus.CONFORMS, ran.status(), ran.err());
        assertEquals("0 causes, 0 with a program, 0 to be sent", ran.lastLine());
        assertEquals(1, Files.readAllLines(to.resolve("issues.tsv")).size());
    }

    @Test
    void aRunBecomesAFolderForEachCauseThatNeedsNoKit() throws Exception {
        Path out = run("wrong", "READ-1");
        Path to = folder.resolve("issues");
        Ran ran = Ran.command("issue", out.toString(), "--to", to.toString());
        assertEquals(ExitStatus.CONFORMS, ran.status(), ran.err());
        assertEquals("1 cause, 1 with a program, 1 to be sent", ran.lastLine());
        List<String> table = Files.readAllLines(to.resolve("issues.tsv"));
        assertEquals(2, table.size());
        assertEquals("folder\truntime\tversion\tcause\tclauses\ton file\tprogram\tupstream\taddress", table.get(0));
        assertTrue(
                table.get(1)
                        .matches(
                                "[^\t]+\tFake\t1\\.2\tPyObject_AsReadBuffer on [^\t]*\tREAD-1\tno\tyes\tnobody looked\t"),
                table.get(1));
        Path issue = inside(to);
        String program = Files.readString(issue.resolve("repro.py"));
        assertTrue(program.startsWith("# python3 repro.py\n"), program);
        assertTrue(program.contains("c.call(\"PyObject_AsReadBuffer\", o0)"), program);
        assertTrue(Files.readString(issue.resolve("repro_module.c")).contains("PyObject_AsReadBuffer"));
        assertTrue(Files.readString(issue.resolve("ISSUE.md")).contains("    python3 repro.py\n"));
        for (String python : pythons()) {
            assertEquals(0, status(python, issue), python);
        }
    }

    @Test
    void whatIsOnFileSaysWhatBecameOfItAndItsProgramEndsWithOne() throws Exception {
        Path out = folder.resolve("report");
        List<ImplementationProvider> cpython = List.of(new CPythonProvider());
        Ran ran = Ran.with(
                cpython,
                "run",
                "-i",
                "cpython",
                "--clauses",
                "NEW-5",
                "--seed",
                "1",
                "--tries",
                "40",
                "--out",
                out.toString());
        assertEquals(ExitStatus.CONFORMS, ran.status(), ran.err());
        Ran written = Ran.with(cpython, "issue", out.toString());
        assertEquals(ExitStatus.CONFORMS, written.status(), written.err());
        assertTrue(written.lastLine().endsWith(", 0 to be sent"), written.lastLine());
        Path issue = inside(out.resolve("deviations"));
        String text = Files.readString(issue.resolve("ISSUE.md"));
        assertTrue(text.contains("Reported already, not to be sent again: https://github.com/python/cpython/"), text);
        assertTrue(text.contains("    seen = raised(lambda: __import__(\"ctypes\").resize(o0, "), text);
        for (String python : pythons()) {
            assertEquals(1, status(python, issue), python);
        }
    }

    /** Of ctypes, which gives them whatever was asked. */
    @ParameterizedTest
    @ValueSource(strings = {"NEW-7", "NEW-8"})
    void fieldsOfViewsAloneHaveAProgram(String clause) throws Exception {
        Path out = folder.resolve("report");
        List<ImplementationProvider> cpython = List.of(new CPythonProvider());
        Ran ran = Ran.with(
                cpython,
                "run",
                "-i",
                "cpython",
                "--clauses",
                clause,
                "--seed",
                "1",
                "--tries",
                "60",
                "--out",
                out.toString());
        assertEquals(ExitStatus.CONFORMS, ran.status(), ran.err());
        Ran written = Ran.with(cpython, "issue", out.toString());
        assertTrue(written.lastLine().matches("([12]) causes?, \\1 with a program, 1 to be sent"), written.lastLine());
        for (Path cause : IssueWriter.folders(out.resolve("deviations"))) {
            assertTrue(Files.exists(inside(cause).resolve("repro.c")), "beside the witness");
            assertTrue(Files.readString(cause.resolve("repro_module.c")).lines().count() < 100);
            for (String python : pythons()) {
                assertEquals(1, status(python, cause), python);
            }
        }
    }

    @Test
    void aDeathIsAnAnswerOfItsProgram() throws Exception {
        Path issue = cause("mortal", "*");
        assertEquals(ExitStatus.CONFORMS, Ran.command("issue", issue.toString()).status());
        Path program = issue.resolve("repro.py");
        for (String python : pythons()) {
            assertEquals(0, status(python, issue), python);
            String deadly = Files.readString(program)
                    .replace("    say(\"begun\")\n", "    say(\"begun\")\n    os.kill(os.getpid(), 11)\n");
            Files.writeString(program, deadly);
            assertEquals(1, status(python, issue), python);
            Files.writeString(program, deadly.replace("def scenario(c):\n", "def scenario(c):\n    1 / 0\n"));
            assertEquals(2, status(python, issue), python);
            Files.writeString(program, deadly.replace("    os.kill(os.getpid(), 11)\n", ""));
        }
    }

    /** Those named for tests, else the one on the path. */
    private static List<String> pythons() {
        String named = System.getenv().getOrDefault("OLDBUFFER_PYTHONS", "");
        return named.isEmpty()
                ? Executables.find("python3", System.getenv()).map(Path::toString).stream()
                        .toList()
                : List.of(named.split(File.pathSeparator)).subList(0, 1);
    }

    private static int status(String python, Path issue) throws IOException {
        return Command.run(List.of(python, issue.resolve("repro.py").toString()), Duration.ofMinutes(2))
                .status();
    }

    @Test
    void whatIsNoFolderOfAFindingIsSaid() {
        Ran nothing = Ran.command("issue", folder.toString());
        assertEquals(ExitStatus.USAGE, nothing.status());
        assertEquals(folder + " is no folder of a finding or a cause: it holds no finding.json", nothing.sentence());
        Ran absent = Ran.command("issue", folder.resolve("absent").toString());
        assertEquals(ExitStatus.USAGE, absent.status());
        assertTrue(absent.sentence().endsWith("absent is no folder"), absent.err());
    }

    private Path cause(String id, String clauses) throws IOException {
        return inside(run(id, clauses).resolve("deviations"));
    }

    private Path run(String id, String clauses) {
        Path out = folder.resolve("report");
        Ran ran = Ran.command(
                "run", "-i", id, "--clauses", clauses, "--seed", "1", "--tries", "40", "--out", out.toString());
        assertEquals(ExitStatus.DEVIATES, ran.status(), ran.err());
        return out;
    }

    private static Path inside(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            List<Path> folders = list.filter(Files::isDirectory).sorted().toList();
            return folders.get(0);
        }
    }
}
