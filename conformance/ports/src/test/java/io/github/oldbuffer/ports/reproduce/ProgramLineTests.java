package io.github.oldbuffer.ports.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.cpython.CPythonProvider;
import io.github.oldbuffer.cpython.PythonRuntime;
import io.github.oldbuffer.model.ModelProvider;
import io.github.oldbuffer.ports.Sanitizers;
import io.github.oldbuffer.ports.build.PortBuild;
import io.github.oldbuffer.ports.build.PortNames;
import io.github.oldbuffer.probe.CCompiler;
import io.github.oldbuffer.probe.Command;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.NonBuffer;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first line of a program builds and runs it, whatever the port is made of, and its status is always true. */
class ProgramLineTests {

    private static final String TYPE = "my_read(PyObject *object, const void **buffer, Py_ssize_t *length)";

    private static final String DEADLY = "#include <Python.h>\n#include <stdlib.h>\nint " + TYPE + " { abort(); }\n";

    private static final String RIGHT = "#include <Python.h>\nint " + TYPE + """

            {
                Py_buffer view;
                if (PyObject_GetBuffer(object, &view, PyBUF_SIMPLE) != 0) {
                    return -1;
                }
                *buffer = view.buf;
                *length = view.len;
                PyBuffer_Release(&view);
                return 0;
            }
            """;

    private static final Scenario CALL =
            new Scenario(List.of(new Step.Make(0, new ByteArray(3, 1, false)), Step.Call.of(Function.READ, 0)));

    private static PythonRuntime python;

    @TempDir
    private Path folder;

    @BeforeAll
    static void findPython() throws Exception {
        python = CPythonProvider.python(CPythonProvider.BUNDLED);
    }

    /** A view that was never filled is released: what lies on the stack decides, and that has to be rubbish every time. */
    @ParameterizedTest
    @ValueSource(strings = {"repro.c", "repro.py"})
    void whatReadsTheStackDiesEveryTime(String program) throws Exception {
        Path port = write("port.c", RIGHT.replace("    return -1", "    PyBuffer_Release(&view);\n        return -1"));
        Scenario refused = new Scenario(
                List.of(new Step.Make(0, new NonBuffer(NonBuffer.Kind.OBJECT)), Step.Call.of(Function.READ, 0)));
        String line = line(program, setting(port), refused);
        for (int i = 0; i < 5; i++) {
            assertEquals(1, ProgramRun.status(folder, line));
        }
        write("port.c", RIGHT);
        assertEquals(0, ProgramRun.status(folder, line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"repro.c", "repro.py"})
    void whatCannotBeBuiltOrLoadedIsNoFault(String program) throws Exception {
        Path port = write("port.c", DEADLY);
        String line = line(program, setting(port), CALL);
        assertEquals(1, ProgramRun.status(folder, line));
        write("port.c", "this is no C\n");
        assertEquals(2, ProgramRun.status(folder, line));
        write("port.c", "int my_write;\n");
        assertEquals(2, ProgramRun.status(folder, line));
        write("port.c", "void *missing(void);\nvoid *my_read(void) { return missing(); }\n");
        assertEquals(2, ProgramRun.status(folder, line));
        Files.delete(port);
        assertEquals(2, ProgramRun.status(folder, line));
        write("port.c", RIGHT);
        assertEquals(0, ProgramRun.status(folder, line));
    }

    @Test
    void aPythonThatCannotStartIsNoFault() throws Exception {
        String home = folder.resolve("nowhere").toString();
        PythonRuntime broken =
                new PythonRuntime(python.version(), python.includes(), python.library(), python.preload(), home);
        Setting here = setting(write("port.c", DEADLY));
        Setting setting = new Setting(
                broken,
                here.interpreter(),
                here.files(),
                here.flags(),
                here.names(),
                here.symbols(),
                here.recipe(),
                false);
        assertEquals(2, ProgramRun.status(folder, line("repro.c", setting, CALL)));
        assertEquals(2, ProgramRun.status(folder, line("repro.py", setting, CALL)));
    }

    @Test
    void aPythonProgramWithoutItsPortIsNoFault() throws Exception {
        line("repro.py", setting(write("port.c", DEADLY)), CALL);
        assertEquals(2, ProgramRun.status(folder, "python3 repro.py"));
        assertEquals(2, ProgramRun.status(folder, "python3 repro.py ./port.c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"repro.c", "repro.py"})
    void sanitizersAreThereAndLeaksAreNoAnswer(String program) throws Exception {
        String leaking = RIGHT.replace(
                "    Py_buffer view;",
                "    static char *kept;\n    Py_buffer view;\n"
                        + "    kept = (char *)malloc(3);\n    kept = (char *)malloc(3);");
        Path port = write("port.c", leaking.replace("    *length", "    kept[*length = 3] = 0;\n    *length"));
        Setting setting = setting(List.of(port), new Sanitizers("address,undefined").flags(), "my_read");
        String line = line(program, setting, CALL);
        assertEquals(1, ProgramRun.status(folder, line));
        write("port.c", leaking);
        assertEquals(0, ProgramRun.status(folder, line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"repro.c", "repro.py"})
    void portsInCppAreLinkedAsSuch(String program) throws Exception {
        String text = "#include <string>\n"
                + RIGHT.replace("int my_read", "extern \"C\" int my_read")
                        .replace("    Py_buffer view;", "    std::string text(\"a text\");\n    Py_buffer view;");
        Path port = write("port.cpp", text.replace("    Py_buffer view;", "    throw text;\n    Py_buffer view;"));
        String line = line(program, setting(port), CALL);
        assertEquals(1, ProgramRun.status(folder, line));
        write("port.cpp", text);
        assertEquals(0, ProgramRun.status(folder, line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"repro.c", "repro.py"})
    void aLibraryBesideSourcesIsLinked(String program) throws Exception {
        Path library = library("libhelp.so", "void abort(void);\nvoid help(void) { abort(); }\n");
        Path port =
                write("port.c", "void help(void);\n" + RIGHT.replace("    Py_buffer", "    help();\n    Py_buffer"));
        Setting setting = setting(List.of(port, library), List.of(), "my_read");
        String line = line(program, setting, CALL);
        assertEquals(1, ProgramRun.status(folder, line));
        library("libhelp.so", "void help(void) {}\n");
        assertEquals(0, ProgramRun.status(folder, line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"repro.c", "repro.py"})
    void aLibraryIsLoadedAsItIs(String program) throws Exception {
        Path library = library("libport.so.1", DEADLY);
        String line = line(program, setting(library), CALL);
        assertEquals(1, ProgramRun.status(folder, line));
        library("libport.so.1", RIGHT);
        assertEquals(0, ProgramRun.status(folder, line));
        Files.delete(library);
        assertEquals(2, ProgramRun.status(folder, line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"repro.c", "repro.py"})
    void whatSourcesHideIsCalled(String program) throws Exception {
        hidden(program, "port.c", "static " + body(DEADLY), "my_read");
        hidden(program, "port.cpp", "namespace compat { static " + body(DEADLY) + "}", "compat::my_read");
        hidden(program, "port.h", "static inline " + body(DEADLY), "my_read");
        hidden(program, "part.cpp", "class A { static " + body(DEADLY) + "};", "A::my_read");
    }

    private void hidden(String program, String file, String text, String name) throws Exception {
        String head = "#include <Python.h>\n#include <stdlib.h>\nextern \"C\" int other(void);\n";
        head = file.endsWith(".cpp") ? head : head.replace("extern \"C\" ", "");
        Path other = write(
                "other.c",
                "#include <Python.h>\nstatic int shown(void) { return 3; }\n"
                        + "int other(void) { return shown(); }\n");
        Path port = write(file, head + text);
        String line = line(program, setting(List.of(other, port), List.of(), name), CALL);
        assertEquals(1, ProgramRun.status(folder, line), file);
        write(file, head + text.replace("abort();", "return -1;"));
        assertEquals(0, ProgramRun.status(folder, line), file);
    }

    private static String body(String text) {
        return text.substring(text.indexOf("int "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"repro.c", "repro.py"})
    void whatThePortLacksIsPythonsOwn(String program) throws Exception {
        Scenario both = new Scenario(List.of(
                new Step.Make(0, new ByteArray(3, 1, false)),
                Step.Call.of(Function.WRITE, 0),
                Step.Call.of(Function.READ, 0)));
        Path port = write("port.c", DEADLY);
        String line = line(program, setting(port), both);
        assertEquals(1, ProgramRun.status(folder, line));
        write("port.c", RIGHT);
        assertEquals(0, ProgramRun.status(folder, line));
    }

    @Test
    void aFunctionThatDoesNotComeBackIsEnded() throws Exception {
        Path port = write("port.c", DEADLY.replace("abort();", "for (;;) { }"));
        assertEquals(1, ProgramRun.status(folder, line("repro.c", setting(port), CALL)));
    }

    @Test
    void aFunctionThatEndsTheProcessHasNotComeToItsEnd() throws Exception {
        for (int status : new int[] {0, 1, 2, 99}) {
            Path port = write("port.c", DEADLY.replace("abort();", "exit(" + status + ");"));
            assertEquals(1, ProgramRun.status(folder, line("repro.c", setting(port), CALL)), "exit " + status);
            assertEquals(1, ProgramRun.status(folder, line("repro.py", setting(port), CALL)), "exit " + status);
        }
    }

    /** The register that the function saved first, which not every caller would miss. */
    @Test
    void whatOverwritesVariablesOfItsCallerIsSeenWhateverTheCallerDoes() throws Exception {
        String frame = "    ((volatile uintptr_t *)__builtin_frame_address(0))[0] ^= 1;\n    return 0;";
        Path port = write("port.c", "#include <stdint.h>\n" + RIGHT.replace("    return 0;", frame));
        assertEquals(1, ProgramRun.status(folder, line("repro.c", setting(port), CALL)));
    }

    @Test
    void flagsMeanTheSameInAnyFolder() throws Exception {
        write("elsewhere.h", "#define DO abort()\n");
        Path port = write("port.c", "#include <elsewhere.h>\n" + DEADLY.replace("abort();", "DO;"));
        Path here = Path.of("").toAbsolutePath();
        Setting setting = setting(List.of(port), List.of("-I" + here.relativize(folder.toRealPath())), "my_read");
        assertEquals(1, ProgramRun.status(folder, line("repro.c", setting, CALL)));
    }

    /** Writes all programs, and gives the first line of one. */
    private String line(String program, Setting setting, Scenario scenario) throws Exception {
        Map<String, String> programs = new Reproducers(setting, new ModelProvider().open("model")).of(death(scenario));
        assertTrue(programs.containsKey(program), () -> "only " + programs.keySet());
        for (Map.Entry<String, String> each : programs.entrySet()) {
            write(each.getKey(), each.getValue());
        }
        return ProgramRun.command(programs.get(program));
    }

    private static Finding death(Scenario scenario) {
        return new Finding(
                null,
                Finding.Kind.DEATH,
                "PyObject_AsReadBuffer",
                null,
                "CRASHED",
                null,
                "bytes",
                "The process died.",
                null,
                "SIGABRT",
                null,
                null,
                null,
                new Finding.Shown("F-2", scenario, 0, null, null));
    }

    private Setting setting(Path port) throws Exception {
        return setting(List.of(port), List.of(), "my_read");
    }

    private Setting setting(List<Path> files, List<String> flags, String read) throws Exception {
        Path made = Files.createDirectories(folder.resolve("made"));
        return Setting.of(
                new PortBuild(python, CCompiler.find(System.getenv()), flags, made)
                        .of(files, PortNames.parse("AsReadBuffer=" + read)),
                Optional.empty());
    }

    private Path library(String name, String text) throws Exception {
        Path source = write("library.c", text);
        String includes = "-I" + python.includes().get(0);
        Command.Result made = Command.run(
                List.of(
                        "cc",
                        "-shared",
                        "-fPIC",
                        includes,
                        source.toString(),
                        "-o",
                        folder.resolve(name).toString()),
                Duration.ofMinutes(1));
        assertEquals(0, made.status(), made.errors());
        return folder.resolve(name);
    }

    private Path write(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }
}
