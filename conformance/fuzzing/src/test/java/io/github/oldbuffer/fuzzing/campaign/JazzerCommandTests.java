package io.github.oldbuffer.fuzzing.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.util.List;
import org.junit.jupiter.api.Test;

class JazzerCommandTests {

    private static final String WHOLE = path(
            "kit/spec.jar",
            "repository/org/bytedeco/cpython/3/cpython-3.jar",
            "repository/org/graalvm/python/python-language/25/python-language-25.jar",
            "repository/org/bouncycastle/bcprov/1/bcprov-1.jar",
            "kit/graalpy.jar");

    @Test
    void enginesThatRunElsewhereAreLeftOut() {
        assertEquals(
                path("kit/spec.jar", "kit/graalpy.jar"), JazzerCommand.classPath(List.of("graalpy", "model"), WHOLE));
        assertEquals(
                path("kit/spec.jar", "repository/org/bytedeco/cpython/3/cpython-3.jar", "kit/graalpy.jar"),
                JazzerCommand.classPath(List.of("model", "cpython"), WHOLE));
    }

    @Test
    void whatLiesElsewhereStays() {
        String flat = path("lib/python-language-25.jar", "lib/cpython-3.jar");
        assertEquals(flat, JazzerCommand.classPath(List.of("model"), flat));
    }

    @Test
    void aWorkerHasTimeToStartAgain() {
        assertEquals(25, JazzerCommand.secondsForOneInput(List.of("cpython", "model")));
        assertEquals(25, JazzerCommand.secondsForOneInput(List.of()));
        assertEquals(240, JazzerCommand.secondsForOneInput(List.of("cpython", "graalpy")));
    }

    private static String path(String... entries) {
        return String.join(File.pathSeparator, entries).replace('/', File.separatorChar);
    }
}
