package io.github.oldbuffer.ports;

import io.github.oldbuffer.cpython.CPythonProvider;
import io.github.oldbuffer.ports.build.Port;
import io.github.oldbuffer.ports.build.PortBuild;
import io.github.oldbuffer.ports.build.PortNames;
import io.github.oldbuffer.probe.CCompiler;
import io.github.oldbuffer.process.WorkerLimits;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.suite.ProgressListener;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Builds and verifies the ports that lie in {@code implementations/ports}. */
public final class ExamplePort {

    /** So that a port that loops costs little. */
    public static final WorkerLimits LIMITS = WorkerLimits.DEFAULT.withScenario(Duration.ofSeconds(3));

    private static final Path FOLDER = Path.of("..", "..", "implementations", "ports");

    private ExamplePort() {}

    /** @param name such as {@code faulty/never_released.c} */
    public static Path file(String name) {
        return FOLDER.resolve(name).toAbsolutePath().normalize();
    }

    public static Port build(Path source, String python, List<String> flags, TemporaryFolder folder) throws Exception {
        return new PortBuild(CPythonProvider.python(python), CCompiler.find(System.getenv()), flags, folder.path())
                .of(List.of(source), PortNames.originals());
    }

    public static PortResult verify(Port port, Implementation reference, int tries) throws Exception {
        return verify(port, reference, tries, true);
    }

    /** @param comparing whether to look for differences from CPython too */
    public static PortResult verify(Port port, Implementation reference, int tries, boolean comparing)
            throws Exception {
        try (Implementation loaded = PortLoader.open(port, new Sanitizers(""), LIMITS)) {
            return PortVerification.verify(
                    loaded,
                    port.names().keySet(),
                    reference,
                    PortVerification.options(port, tries, 1),
                    comparing,
                    KnownDeviations.NONE,
                    ProgressListener.NONE);
        }
    }
}
