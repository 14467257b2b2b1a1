package io.github.oldbuffer.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.cpython.CPythonProvider;
import io.github.oldbuffer.ports.build.Port;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.results.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The port that is right gives nothing to report, in whichever CPython it runs. */
class FaithfulPortTests {

    @ParameterizedTest
    @MethodSource("pythons")
    void keepsTheContractAsCPythonDoesAndDiffersNowhere(String python) throws Exception {
        try (TemporaryFolder folder = TemporaryFolder.create();
                Implementation reference = CPythonProvider.open(python, ExamplePort.LIMITS)) {
            Port port = ExamplePort.build(ExamplePort.file("faithful.c"), python, List.of(), folder);
            PortResult result = ExamplePort.verify(port, reference, 100);
            Run run = result.explored().run();
            assertEquals(
                    List.of(),
                    run.findings().stream().filter(found -> !found.known()).toList());
            assertTrue(run.conforms(), run::toString);
            assertTrue(result.compared() > 0);
            assertEquals(List.of(), port.notes());
        }
    }

    /** The bundled CPython, and those that {@code OLDBUFFER_PYTHONS} names or pyenv has. */
    static Stream<String> pythons() throws IOException {
        List<String> ids = new ArrayList<>(List.of(CPythonProvider.BUNDLED));
        String named = System.getenv().getOrDefault("OLDBUFFER_PYTHONS", "");
        if (!named.isEmpty()) {
            for (String path : named.split(":")) {
                ids.add("cpython:" + path);
            }
            return ids.stream();
        }
        Path pyenv = Path.of(System.getProperty("user.home"), ".pyenv", "versions");
        if (Files.isDirectory(pyenv)) {
            try (Stream<Path> versions = Files.list(pyenv)) {
                versions.filter(version -> version.getFileName().toString().matches("3\\..*"))
                        .map(version -> version.resolve("bin/python3"))
                        .filter(Files::isExecutable)
                        .sorted()
                        .forEach(python -> ids.add("cpython:" + python));
            }
        }
        return ids.stream();
    }
}
