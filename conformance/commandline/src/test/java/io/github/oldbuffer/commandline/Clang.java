package io.github.oldbuffer.commandline;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The compiler that coverage of C code needs, where this machine has it. */
final class Clang {

    /** Where this variable is 1 a machine without clang is a failure. */
    private static final String REQUIRED = "OLDBUFFER_REQUIRE_CLANG";

    private Clang() {}

    static boolean present() {
        boolean there = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "clang"))
                .anyMatch(Files::isExecutable);
        if (!there && "1".equals(System.getenv(REQUIRED))) {
            throw new AssertionError("clang is not on the PATH; install it");
        }
        return there;
    }
}
