package io.github.oldbuffer.fuzzing.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.ImplementationProvider;
import io.github.oldbuffer.spec.implementation.UnavailableException;
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
        assertEquals(path("kit/spec.jar", "kit/graalpy.jar"), classPath(List.of("graalpy", "model"), WHOLE));
        assertEquals(
                path("kit/spec.jar", "repository/org/bytedeco/cpython/3/cpython-3.jar", "kit/graalpy.jar"),
                classPath(List.of("model", "cpython"), WHOLE));
    }

    @Test
    void theEngineOfAnImplementationOfTheKitIsLeftOutToo() {
        String cpython = "repository/org/bytedeco/cpython/3/cpython-3.jar";
        assertEquals(path("kit/spec.jar"), JazzerCommand.classPath(List.of("model"), path("kit/spec.jar", cpython)));
        assertEquals(
                path("kit/spec.jar", cpython),
                JazzerCommand.classPath(List.of("port:my.c"), path("kit/spec.jar", cpython)));
    }

    @Test
    void whatLiesElsewhereStays() {
        String flat = path("lib/python-language-25.jar", "lib/cpython-3.jar");
        assertEquals(flat, classPath(List.of("model"), flat));
        String named = path("home/graalvm/repository/spec.jar", "home/org/graalvm-users/model.jar");
        assertEquals(named, classPath(List.of("model"), named));
    }

    @Test
    void aWorkerHasTimeToStartAgain() {
        assertEquals(25, JazzerCommand.secondsForOneInput(List.of("cpython", "model")));
        assertEquals(25, JazzerCommand.secondsForOneInput(List.of()));
        assertEquals(240, JazzerCommand.secondsForOneInput(List.of("cpython", "graalpy")));
    }

    private static String classPath(List<String> implementations, String whole) {
        return JazzerCommand.classPath(
                List.of(
                        new Engine("cpython", true, List.of("org/bytedeco/cpython")),
                        new Engine("graalpy", false, List.of("org/graalvm", "org/bouncycastle"))),
                implementations,
                whole);
    }

    /** Offers an implementation that needs libraries in the process in which it runs. */
    private record Engine(String id, boolean here, List<String> libraries) implements ImplementationProvider {
        @Override
        public List<Offer> offers() {
            return List.of(new Offer(id, false, "an engine"));
        }

        @Override
        public boolean accepts(String asked) {
            return asked.equals(id);
        }

        @Override
        public boolean runsHere(String asked) {
            return here;
        }

        @Override
        public Implementation open(String asked) throws UnavailableException {
            throw new UnavailableException("nobody asks for it");
        }
    }

    private static String path(String... entries) {
        return String.join(File.pathSeparator, entries).replace('/', File.separatorChar);
    }
}
