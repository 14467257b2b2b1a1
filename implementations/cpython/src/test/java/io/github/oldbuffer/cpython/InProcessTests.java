package io.github.oldbuffer.cpython;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.probe.Areas;
import io.github.oldbuffer.probe.PackedImplementation;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** CPython in the process of the tests themselves. */
class InProcessTests {

    private static final List<Scenario> BATCH =
            List.of(Scenario.of(new Step.Make(0, new Bytes(3, 1, false)), Step.Call.of(Function.READ, 0)));

    @Test
    void itDoesAsTheOneInAWorkerDoes() throws UnavailableException {
        try (Implementation worker = new CPythonProvider().open(CPythonProvider.BUNDLED);
                Implementation here = CPythonProvider.openInProcess();
                Implementation again = CPythonProvider.openInProcess()) {
            List<Transcript> expected = worker.run(BATCH);
            assertTrue(here instanceof PackedImplementation);
            assertEquals(expected, here.run(BATCH));
            assertEquals(expected, again.run(BATCH));
        }
    }

    @Test
    void aProcessHoldsOneCPythonOnly() throws UnavailableException {
        CPythonProvider.openInProcess().close();
        Path nowhere = Path.of("nowhere");
        Embedding other = new Embedding(nowhere, nowhere, nowhere, null, "", null);
        UnavailableException e =
                assertThrows(UnavailableException.class, () -> EmbeddedHost.start(other, Areas.allocate()));
        assertTrue(e.getMessage().startsWith("This process runs the CPython of "), e.getMessage());
    }

    @Test
    void anEmbeddingSurvivesTheCommandLine() {
        Path path = Path.of("a");
        for (PortLibrary port : new PortLibrary[] {null, PortLibrary.of(path, Map.of(Function.READ, "r"))}) {
            Embedding embedding = new Embedding(path, path, path, null, "home", port);
            assertEquals(embedding, Embedding.ofArguments(embedding.arguments()));
        }
    }
}
