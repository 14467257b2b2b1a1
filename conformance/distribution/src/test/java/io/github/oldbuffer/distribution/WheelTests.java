package io.github.oldbuffer.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.probe.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wheel, installed into an empty virtual environment without network. */
class WheelTests {

    private static final long LARGEST = 95_000_000;

    private static final Pattern SYMBOL = Pattern.compile("GLIBC_2\\.(\\d+)");

    private static final String PORT = "#include <Python.h>\n"
            + "int my_read(PyObject *o, const void **b, Py_ssize_t *n)\n{\n    (void)o; (void)b; (void)n;\n"
            + "    PyErr_SetString(PyExc_TypeError, \"never\");\n    return -1;\n}\n";

    @TempDir
    private static Path temporary;

    private static Path environment;

    @BeforeAll
    static void install() throws IOException {
        environment = temporary.resolve("environment");
        // what the machine has of pytest is seen from there
        done("python3", "-m", "venv", "--system-site-packages", environment.toString());
        done(
                environment.resolve("bin/python").toString(),
                "-m",
                "pip",
                "install",
                "-q",
                "--no-index",
                "--no-deps",
                "--disable-pip-version-check",
                "--no-compile",
                Packed.wheel().toString());
        Files.writeString(temporary.resolve("port.c"), PORT);
    }

    private static String done(String... words) throws IOException {
        Command.Result result = Packed.run(temporary, Map.of(), words);
        assertEquals(0, result.status(), () -> Packed.said(result));
        return result.output();
    }

    private static Command.Result python(String... words) throws IOException {
        List<String> all =
                new ArrayList<>(List.of(environment.resolve("bin/python").toString()));
        all.addAll(List.of(words));
        return Packed.run(temporary, Map.of(), all.toArray(String[]::new));
    }

    @Test
    void its_command_runs_by_both_names() throws IOException {
        String version = done(environment.resolve("bin/oldbuffer").toString(), "--version");
        assertTrue(version.startsWith("Old Buffer conformance kit "), version);
        Command.Result result = python("-m", "oldbuffer", "run", "-i", "cpython", "--tries", "20", "--seed", "1");
        assertEquals(0, result.status(), Packed.said(result));
        String help = done(environment.resolve("bin/oldbuffer").toString(), "help", "run");
        assertTrue(help.startsWith("Usage: oldbuffer run ") && !help.contains("./conform"), help);
        Command.Result wrong = python("-m", "oldbuffer", "frobnicate");
        assertEquals(64, wrong.status(), Packed.said(wrong));
    }

    @Test
    void a_test_raises_with_what_was_found() throws IOException {
        Command.Result result = python("-c", """
                import oldbuffer
                report = oldbuffer.run("model", tries=20)
                assert report.conforms and report.folder is None and not report.findings
                try:
                    oldbuffer.port("port.c", names={"AsReadBuffer": "my_read"}, tries=20, options=["--contract-only"])
                except oldbuffer.Deviation as deviation:
                    assert "READ-1: " in str(deviation), deviation
                    assert deviation.report.status == 1
                else:
                    raise SystemExit("nothing was raised")
                for wrong, kind in ((lambda: oldbuffer.port("gone.c"), oldbuffer.UsageError),
                                    (lambda: oldbuffer.run("cpython:/gone"), oldbuffer.NotJudged)):
                    try:
                        wrong()
                    except kind as problem:
                        assert "gone" in str(problem), problem
                    else:
                        raise SystemExit("nothing was raised")
                """);
        assertEquals(0, result.status(), Packed.said(result));
    }

    @Test
    void with_pytest_a_subject_is_a_test_for_each_clause() throws IOException {
        boolean there = python("-c", "import pytest").status() == 0;
        Assumptions.assumeTrue(
                there || "1".equals(System.getenv("OLDBUFFER_REQUIRE_PYTEST")), "python3 has no pytest here");
        Path tests = Files.createDirectories(temporary.resolve("tests"));
        Files.writeString(tests.resolve("leaky.py"), """
                KEPT = []

                def f(data):
                    KEPT.append(memoryview(data))
                    return len(KEPT[-1].tobytes())
                """);
        Files.writeString(tests.resolve("test_it.py"), """
                import oldbuffer

                test_model = oldbuffer.Run("model", tries=5)
                test_port = oldbuffer.Port("../port.c", names="AsReadBuffer=my_read", tries=20, options=["--contract-only"])
                test_gone = oldbuffer.Port("gone.c")
                test_call = oldbuffer.Call("leaky.f(_)", path=".")
                other = oldbuffer.Run("model")
                """);
        Command.Result result = Packed.run(
                tests,
                Map.of(),
                environment.resolve("bin/python").toString(),
                "-m",
                "pytest",
                "-v",
                "-p",
                "no:cacheprovider",
                "test_it.py");
        assertEquals(1, result.status(), Packed.said(result));
        String said = result.output();
        assertTrue(said.contains("test_it.py::test_model::READ-1 PASSED"), said);
        assertTrue(said.contains("test_it.py::test_model::DEATH PASSED"), said);
        assertTrue(said.contains("test_it.py::test_port::READ-1 FAILED"), said);
        assertTrue(said.contains("test_it.py::test_port::CHAR-1 SKIPPED"), said);
        assertTrue(said.contains("witness: "), said);
        assertEquals(1, said.split("there is no file gone.c", -1).length - 2, said);
        assertTrue(said.contains("test_it.py::test_gone::NEW-1 SKIPPED"), said);
        assertTrue(said.contains("test_it.py::test_model::ANSWER PASSED"), said);
        assertTrue(said.contains("test_it.py::test_port::ANSWER FAILED"), said);
        assertTrue(said.contains("test_it.py::test_call::USE-6 FAILED"), said);
        assertTrue(said.contains("test_it.py::test_call::ANSWER FAILED"), said);
        assertTrue(!said.contains("::other"), said);
    }

    @Test
    void it_is_small_enough_and_its_tag_is_that_of_the_libraries_inside() throws IOException {
        Path wheel = Packed.wheel();
        assertTrue(Files.size(wheel) <= LARGEST, wheel + " has " + Files.size(wheel) + " bytes");
        int newest = 0;
        Path package_ = Path.of(done(
                        environment.resolve("bin/python").toString(),
                        "-c",
                        "import oldbuffer, os; print(os.path.dirname(oldbuffer.__file__))")
                .strip());
        for (Path file : Folders.all(package_)) {
            if (Files.isRegularFile(file) && isElf(file)) {
                Matcher matcher = SYMBOL.matcher(Packed.run(temporary, Map.of(), "objdump", "-T", file.toString())
                        .output());
                while (matcher.find()) {
                    newest = Math.max(newest, Integer.parseInt(matcher.group(1)));
                }
            }
        }
        assertEquals("py3-none-manylinux_2_" + newest + "_x86_64", Wheel.TAG);
    }

    private static boolean isElf(Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            byte[] start = stream.readNBytes(4);
            return start.length == 4 && start[0] == 0x7f && start[1] == 'E' && start[2] == 'L' && start[3] == 'F';
        }
    }
}
