package io.github.oldbuffer.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.cpython.CPythonProvider;
import io.github.oldbuffer.ports.build.Port;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.results.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A port that forks, both sides of which come back, leaves one worker that answers. */
class ForkingPortTests {

    /** Few forks for each process and those made of it: without the care that is asked here they would be many. */
    private static final String FORKS = """
            #include <sys/types.h>
            #include <unistd.h>

            static void forked(void)
            {
                static int forks;
                if (forks < 4) {
                    forks++;
                    (void)fork();
                }
            }

            """;

    @TempDir
    Path folder;

    @Test
    @Timeout(120)
    void oneWorkerAnswers() throws Exception {
        String faithful = Files.readString(ExamplePort.file("faithful.c"));
        String read = "int PyObject_AsReadBuffer(PyObject *object, const void **buffer, Py_ssize_t *length)\n{\n";
        assertTrue(faithful.contains(read));
        Path source = folder.resolve("forking.c");
        Files.writeString(source, FORKS + faithful.replace(read, read + "    forked();\n"));
        try (TemporaryFolder built = TemporaryFolder.create();
                Implementation reference = CPythonProvider.open(CPythonProvider.BUNDLED, ExamplePort.LIMITS)) {
            Port port = ExamplePort.build(source, CPythonProvider.BUNDLED, List.of(), built);
            Run run = ExamplePort.verify(port, reference, 20).explored().run();
            assertEquals(
                    List.of(),
                    run.findings().stream().filter(found -> !found.known()).toList());
            assertTrue(run.conforms(), run::toString);
        }
    }
}
