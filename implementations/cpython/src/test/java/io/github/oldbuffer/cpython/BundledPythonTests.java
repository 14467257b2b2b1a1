package io.github.oldbuffer.cpython;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.probe.CacheFolder;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledPythonTests {

    @Test
    void whatIsNeededIsUnpackedAndTheRestIsNot(@TempDir Path folder) throws UnavailableException {
        PythonRuntime python = BundledPython.unpack(new CacheFolder(folder));
        assertTrue(python.version().matches("3\\.\\d+\\.\\d+"), python.version());
        assertTrue(Files.exists(python.library()));
        assertTrue(Files.exists(python.includes().get(0).resolve("Python.h")));
        Path library = Path.of(python.home())
                .resolve("lib/python"
                        + python.version().substring(0, python.version().lastIndexOf('.')));
        assertTrue(Files.exists(library.resolve("ctypes/__init__.py")));
        assertTrue(Files.isDirectory(library.resolve("lib-dynload")));
        assertFalse(Files.exists(library.resolve("test")));
        assertFalse(Files.exists(library.resolve("site-packages")));
        assertEquals(python, BundledPython.unpack(new CacheFolder(folder)));
    }

    @Test
    void platformsAreNamedAsOnTheClassPath() {
        assertEquals("linux-x86_64", Platform.name("Linux", "amd64"));
        assertEquals("linux-arm64", Platform.name("Linux", "aarch64"));
        assertEquals("macosx-arm64", Platform.name("Mac OS X", "aarch64"));
        assertEquals("macosx-x86_64", Platform.name("Mac OS X", "x86_64"));
    }
}
