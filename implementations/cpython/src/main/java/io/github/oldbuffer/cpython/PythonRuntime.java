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
 * @param soabi what it calls its binary interface, such as {@code cpython-312-x86_64-linux-gnu}; empty where nobody knows
 */
public record PythonRuntime(
        String version, List<Path> includes, Path library, Path preload, String home, String soabi) {
    public PythonRuntime {
        includes = List.copyOf(includes);
    }

    /** The version, with what a build that checks its own assertions (Debian: python3-dbg) has behind it. */
    public String build() {
        return soabi.matches("cpython-\\d+t?d.*") ? version + "+debug" : version;
    }

    /** One that nobody asked what it calls its binary interface. */
    public PythonRuntime(String version, List<Path> includes, Path library, Path preload, String home) {
        this(version, includes, library, preload, home, "");
    }
}
