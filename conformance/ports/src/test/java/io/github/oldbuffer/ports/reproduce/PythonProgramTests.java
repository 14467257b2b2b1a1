package io.github.oldbuffer.ports.reproduce;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.cpython.PythonRuntime;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.exporter.ViewOperation;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PythonProgramTests {

    private static final Setting SETTING = Setting.of(
            new PythonRuntime("3.14.0", List.of(Path.of("/include")), Path.of("/lib/libpython.so"), null, "/home"),
            Optional.of("/usr/bin/python3"));

    @Test
    void whatPythonCanSayIsAProgramThatBeginsWithItsCommand() {
        MemoryView strided =
                new MemoryView(new ByteArray(3, 1, false), List.of(new ViewOperation.Slice(null, null, 2)));
        String text = text(new Scenario(List.of(new Step.Make(0, strided), Step.Call.of(Function.READ, 0))))
                .orElseThrow();
        assertTrue(
                text.startsWith(
                        "# { /usr/bin/python3 -c 'import ctypes' || (exit 2); } && { /usr/bin/python3 repro.py || "),
                text);
        assertTrue(
                text.contains("    o0 = memoryview(bytearray(bytes([(1 + i) % 251 for i in range(3)])))[::2]\n"), text);
        assertTrue(text.contains("\"a TypeError\""), text);
    }

    @Test
    void aScriptedExporterCannotBeSaidInPython() {
        assertFalse(text(new Scenario(
                        List.of(new Step.Make(0, Scripted.flat(1, 1, false)), Step.Call.of(Function.READ, 0))))
                .isPresent());
    }

    private static Optional<String> text(Scenario scenario) {
        Check check = new Check(1, Aspect.TYPE_ERROR, "a TypeError", "BufferError");
        return PyProgram.text(new Story("title", List.of(), scenario, List.of(check), Optional.empty()), SETTING);
    }
}
