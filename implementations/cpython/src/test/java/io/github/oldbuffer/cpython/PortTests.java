package io.github.oldbuffer.cpython;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.probe.ProbeCompiler;
import io.github.oldbuffer.process.WorkerLimits;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ports run in place of CPython's own functions. */
class PortTests {

    private static final String SOURCE = """
            #include <Python.h>
            int my_read(PyObject *object, const void **buffer, Py_ssize_t *length) {
                (void)object; (void)buffer; (void)length;
                PyErr_SetString(PyExc_KeyError, "mine");
                return -7;
            }
            """;

    private static final Identity IDENTITY = new Identity("port:mine", "my port", "1");

    @TempDir
    Path folder;

    @Test
    void onlyTheNamedFunctionIsReplaced() throws UnavailableException, IOException {
        PythonRuntime python = CPythonProvider.python(CPythonProvider.BUNDLED);
        PortLibrary port = PortLibrary.of(compile(python), Map.of(Function.READ, "my_read"));
        try (Implementation ported = CPythonProvider.openPort(IDENTITY, python, port, WorkerLimits.DEFAULT)) {
            List<Event> events = ported.run(List.of(Scenario.of(
                            new Step.Make(0, new Bytes(3, 1, false)),
                            Step.Call.of(Function.READ, 0),
                            Step.Call.of(Function.CHAR, 0))))
                    .get(0)
                    .events();
            Event.Called read = (Event.Called) events.get(1);
            assertEquals(-7, read.code());
            assertEquals("KeyError", read.raised().type());
            assertEquals(0, ((Event.Called) events.get(2)).code());
        }
    }

    @Test
    void aNameThatTheLibraryLacksIsTold() throws UnavailableException, IOException {
        PythonRuntime python = CPythonProvider.python(CPythonProvider.BUNDLED);
        PortLibrary port = PortLibrary.of(compile(python), Map.of(Function.WRITE, "my_write"));
        UnavailableException e = assertThrows(
                UnavailableException.class,
                () -> CPythonProvider.openPort(IDENTITY, python, port, WorkerLimits.DEFAULT));
        assertTrue(e.getMessage().contains("my_write"), e.getMessage());
    }

    private Path compile(PythonRuntime python) throws UnavailableException, IOException {
        Path source = Files.writeString(folder.resolve("mine.c"), SOURCE);
        Path library = folder.resolve("mine.so");
        ProbeCompiler.ofUser().extension(source, python.includes(), List.of(), library);
        return library;
    }
}
