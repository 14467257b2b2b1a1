package io.github.oldbuffer.ports.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.cpython.CPythonProvider;
import io.github.oldbuffer.cpython.PythonRuntime;
import io.github.oldbuffer.ports.ExamplePort;
import io.github.oldbuffer.ports.PortLoader;
import io.github.oldbuffer.ports.PortVerification;
import io.github.oldbuffer.ports.Sanitizers;
import io.github.oldbuffer.ports.compiler.PortException;
import io.github.oldbuffer.probe.CCompiler;
import io.github.oldbuffer.probe.Command;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.suite.ProgressListener;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Modules that were built already are imported before they are called, and refused where that cannot be. */
class BuiltModuleTests {

    private static final String MODULE = """
            #include <Python.h>
            static PyObject *ready; /* made by the initialisation */
            int my_read(PyObject *o, const void **b, Py_ssize_t *n)
            {
                Py_buffer view;
                Py_INCREF(ready);
                Py_DECREF(ready);
                if (PyObject_GetBuffer(o, &view, PyBUF_SIMPLE) != 0)
                    return -1;
                *b = view.buf;
                *n = view.len;
                PyBuffer_Release(&view);
                return 0;
            }
            static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "built", NULL, -1, NULL, NULL, NULL, NULL, NULL};
            PyMODINIT_FUNC PyInit_built(void)
            {
            #ifdef BROKEN
                PyErr_SetString(PyExc_ImportError, "no such friend");
                return NULL;
            #endif
                ready = PyList_New(0);
                return ready == NULL ? NULL : PyModule_Create(&definition);
            }
            """;

    private static PythonRuntime python;

    @TempDir
    private Path folder;

    @BeforeAll
    static void findCPython() throws Exception {
        python = CPythonProvider.python(CPythonProvider.BUNDLED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a.cpython-311-x86_64-linux-gnu.so  | CPython 3.11                | 3.11
            a.cpython-36m-x86_64-linux-gnu.so  | CPython 3.6                 | 3.6
            a.cpython-314-darwin.so            | CPython 3.14                | 3.14
            a.cpython-313t-x86_64-linux-gnu.so | CPython 3.13, free-threaded |
            a.pypy39-pp73-x86_64-linux-gnu.so  | PyPy 3.9                    |
            a.abi3.so                          |                             |
            a.so                               |                             |
            """)
    void aNameSaysWhatItIsFor(String file, String target, String version) {
        var module = BuiltModule.named(Path.of("/some", file));
        assertEquals(target, module.map(BuiltModule::target).orElse(null));
        assertEquals(version, module.flatMap(BuiltModule::version).orElse(null));
    }

    @Test
    void itIsImportedAndJudged() throws Exception {
        Port port = port(library("built.so"), "AsReadBuffer=my_read");
        try (Implementation reference = CPythonProvider.open(CPythonProvider.BUNDLED, ExamplePort.LIMITS);
                Implementation loaded = PortLoader.open(port, new Sanitizers(""), ExamplePort.LIMITS)) {
            Run run = PortVerification.verify(
                            loaded,
                            port.names().keySet(),
                            reference,
                            PortVerification.options(port, 10, 1),
                            false,
                            KnownDeviations.NONE,
                            ProgressListener.NONE)
                    .explored()
                    .run();
            assertTrue(run.conforms(), run::toString);
        }
    }

    @Test
    void oneThatCannotBeImportedSaysWhy() throws Exception {
        Port port = port(library("built.so", "-DBROKEN"), "AsReadBuffer=my_read");
        String said = assertThrows(
                        Exception.class,
                        () -> PortLoader.open(port, new Sanitizers(""), ExamplePort.LIMITS)
                                .close())
                .getMessage();
        assertTrue(said.contains("The port's module cannot be initialised: ImportError: no such friend"), said);
    }

    @Test
    void staticFunctionsCannotBeSeen() throws Exception {
        String said = refusal(library("built.so"), "AsReadBuffer=my_static");
        assertTrue(said.contains("static functions of a library cannot be seen from outside"), said);
        assertTrue(said.contains("./conform scan built"), said);
    }

    @Test
    void oneOfAnotherVersionIsRefused() throws Exception {
        String said = refusal(library("built.cpython-311-x86_64-linux-gnu.so"), "AsReadBuffer=my_read");
        assertTrue(said.contains("is built for CPython 3.11") && said.contains(python.version()), said);
        String pypy = refusal(library("built.pypy39-pp73-x86_64-linux-gnu.so"), "AsReadBuffer=my_read");
        assertTrue(pypy.contains("is built for PyPy 3.9"), pypy);
    }

    private static String refusal(Path library, String names) {
        return assertThrows(PortException.class, () -> port(library, names)).getMessage();
    }

    private static Port port(Path library, String names) throws Exception {
        return new PortBuild(python, CCompiler.find(System.getenv()), List.of(), library.getParent())
                .of(List.of(library), PortNames.parse(names));
    }

    private Path library(String name, String... flags) throws Exception {
        Path source = Files.writeString(folder.resolve("built.c"), MODULE);
        Path library = folder.resolve(name);
        List<String> words = new ArrayList<>(CCompiler.find(System.getenv()).command());
        words.addAll(List.of(flags));
        python.includes().forEach(each -> words.addAll(List.of("-isystem", each.toString())));
        words.addAll(List.of("-shared", "-fPIC", source.toString(), "-o", library.toString()));
        assertEquals(0, Command.run(words, Duration.ofMinutes(1)).status());
        return library;
    }
}
