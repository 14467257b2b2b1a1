package io.github.oldbuffer.process.interpreter;

import io.github.oldbuffer.process.Executables;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The PyPys of this machine that tests judge. */
final class PyPys {

    /** Where it is set to 1, tests fail on a machine without PyPy instead of covering nothing. */
    private static final String REQUIRE = "OLDBUFFER_REQUIRE_PYPY";

    private PyPys() {}

    static List<Path> find() {
        Map<String, String> environment = System.getenv();
        List<Path> found = Executables.find("pypy3", environment).stream().toList();
        if (found.isEmpty() && environment.getOrDefault(REQUIRE, "").equals("1")) {
            throw new AssertionError(REQUIRE + " is set, and there is no pypy3 on PATH");
        }
        return found;
    }
}
