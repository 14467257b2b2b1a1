package io.github.oldbuffer.ports.generate;

import io.github.oldbuffer.cpython.MachinePythons;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What tests of generated code need of a machine: Cython, SWIG, and an interpreter that Debian's Cython knows. */
final class Generated {

    /** Where this variable is 1 a machine that lacks some of it is a failure. */
    private static final String REQUIRED = "OLDBUFFER_REQUIRE_GENERATORS";

    private static final String PYTHON = "3.11";

    private Generated() {}

    static boolean present() {
        boolean there = (isOnPath("cython3") || isOnPath("cython"))
                && isOnPath("swig")
                && new MachinePythons(System.getenv()).ofSeries(PYTHON).isPresent();
        if (!there && "1".equals(System.getenv(REQUIRED))) {
            throw new AssertionError("cython3, swig or a CPython " + PYTHON + " is not there; install it");
        }
        return there;
    }

    /** The id of the interpreter. */
    static String python() {
        return "cpython:" + new MachinePythons(System.getenv()).ofSeries(PYTHON).orElseThrow();
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .anyMatch(Files::isExecutable);
    }
}
