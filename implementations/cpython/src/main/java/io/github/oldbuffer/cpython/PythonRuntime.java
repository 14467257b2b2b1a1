package io.github.oldbuffer.cpython;

import java.nio.file.Path;
import java.util.List;

/**
 * A CPython and its parts.
 *
 * @param version such as {@code 3.14.3}
 * @param includes folders with {@code Python.h} and {@code pyconfig.h}
 * @param library the shared libpython, or {@code null} where it has none and can only be run as a program
 * @param preload a library to load before it, or {@code null}
 * @param home the value of {@code PYTHONHOME} by which it finds its standard library
 */
public record PythonRuntime(String version, List<Path> includes, Path library, Path preload, String home) {
    public PythonRuntime {
        includes = List.copyOf(includes);
    }
}
