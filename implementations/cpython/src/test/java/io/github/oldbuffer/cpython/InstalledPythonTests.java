package io.github.oldbuffer.cpython;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.probe.ProbeCompiler;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each sentence that an unusable interpreter gets. */
class InstalledPythonTests {

    @TempDir
    Path folder;

    @Test
    void everyInstalledOneIsUnderstood() throws IOException, UnavailableException {
        for (Path executable : InstalledPythons.find()) {
            PythonRuntime python = InstalledPython.inspect(executable);
            assertTrue(python.version().startsWith("3."), python.toString());
            assertTrue(Files.exists(python.library()), python.toString());
            assertTrue(Files.exists(python.includes().get(0).resolve("Python.h")), python.toString());
        }
    }

    @Test
    void nothingThere() {
        assertEquals("there is no Python at " + folder + "; give the path of its executable", complaint(folder));
    }

    @Test
    void notExecutable() throws IOException {
        Path file = Files.writeString(folder.resolve("python3"), "");
        assertEquals(file + " is not executable.", complaint(file));
    }

    @Test
    void notPython() throws IOException {
        Path file = script("echo one >&2; echo 'no such option: -I' >&2; exit 2");
        assertEquals(file + " does not run as Python 3.6 or later: no such option: -I", complaint(file));
    }

    @Test
    void notPythonThatRepeatsTheQuestion() throws IOException {
        Path file = script("printf '%s' \"no such file: $*\" | tr '\\n' ' ' >&2; exit 2");
        assertEquals(file + " does not run as Python 3.6 or later: it ended with status 2", complaint(file));
    }

    @Test
    void saysNothing() throws IOException {
        Path file = script("exit 0");
        assertEquals(file + " does not answer as Python does.", complaint(file));
    }

    @Test
    void anotherImplementation() throws IOException {
        Path file = answers("pypy", "3.10.14");
        assertEquals(file + " is not CPython but pypy (for PyPy: pypy:PATH).", complaint(file));
    }

    @Test
    void tooOld() throws IOException {
        Path file = answers("cpython", "3.5.10");
        assertEquals(file + " is Python 3.5.10; the kit needs 3.6 or later.", complaint(file));
    }

    @Test
    void withoutHeaders() throws IOException {
        Path file = answers("cpython", "3.11.2", "include=" + folder);
        assertEquals(
                "The headers of " + file + " are missing (no Python.h in [" + folder
                        + "]): install them (Debian: apt-get install python3.11-dev).",
                complaint(file));
    }

    @Test
    void withoutASharedLibrary() throws IOException, UnavailableException {
        Files.writeString(folder.resolve("Python.h"), "");
        Path file =
                answers("cpython", "3.11.2", "include=" + folder, "library=" + folder.resolve("libpython3.11.so.1.0"));
        PythonRuntime python = InstalledPython.inspect(file);
        assertNull(python.library());
        String sentence = assertThrows(
                        UnavailableException.class, () -> Embedding.of(python, null, ProbeCompiler.ofUser()))
                .getMessage();
        assertTrue(sentence.startsWith("CPython 3.11.2 has no shared libpython"), sentence);
    }

    private static String complaint(Path executable) {
        return assertThrows(UnavailableException.class, () -> InstalledPython.inspect(executable))
                .getMessage();
    }

    private Path answers(String name, String version, String... others) throws IOException {
        return script("cat <<'END'\nname=" + name + "\nversion=" + version + "\nhome=/\n" + String.join("\n", others)
                + "\nEND");
    }

    private Path script(String commands) throws IOException {
        Path file = Files.writeString(folder.resolve("python3"), "#!/bin/sh\n" + commands + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
