package io.github.oldbuffer.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.cpython.CPythonProvider;
import io.github.oldbuffer.ports.build.Port;
import io.github.oldbuffer.ports.reproduce.ProgramRun;
import io.github.oldbuffer.spec.implementation.Implementation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every program for every finding about every faulty port, built once and run five times, and once with the port put
 * right. It takes long: {@code mvn -Pproof} runs it, and {@link FaultyPortsTests} a sample of it.
 */
@Tag("proof")
class EveryReproducerTests {

    private static final int TRIES = 200;
    private static final int TIMES = 5;

    private static Implementation reference;
    private static int programs;
    private static int runs;

    @BeforeAll
    static void startCPython() throws Exception {
        reference = CPythonProvider.open(CPythonProvider.BUNDLED, ExamplePort.LIMITS);
    }

    @AfterAll
    static void tell() {
        reference.close();
        System.out.println("Reproducers: " + programs + " programs, run " + runs + " times");
    }

    static Stream<Path> ports() throws IOException {
        try (Stream<Path> files = Files.list(ExamplePort.file("faulty"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ports")
    void endsAsItSays(Path source) throws Exception {
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            Port port = ExamplePort.build(source, CPythonProvider.BUNDLED, List.of(), folder);
            PortResult result = ExamplePort.verify(port, reference, TRIES);
            List<String> wrong = new ArrayList<>();
            for (FoundProgram found : FoundProgram.all(result, new ProgramRun(port, folder.path()))) {
                Map<String, ProgramRun.Statuses> all = found.run().times(TIMES);
                programs += all.size();
                runs += all.size() * (TIMES + 1);
                all.forEach((file, statuses) -> {
                    if (!statuses.equals(ProgramRun.Statuses.always(TIMES))) {
                        wrong.add(found + ", " + file + ": " + statuses);
                    }
                });
            }
            assertEquals(List.of(), wrong);
        }
    }
}
