package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The pypy3 of the {@code PATH}. */
final class PyPyOnPath {
    private PyPyOnPath() {}

    /** Leaves the test out where there is none, unless {@code OLDBUFFER_REQUIRE_PYPY} is set. */
    static Path find() {
        Optional<Path> pypy = Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, "pypy3"))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(pypy.isPresent() || System.getenv("OLDBUFFER_REQUIRE_PYPY") != null, "there is no pypy3 here");
        return pypy.orElseThrow();
    }
}
