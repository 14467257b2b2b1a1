package io.github.oldbuffer.commandline.port;

import io.github.oldbuffer.ports.Circumstance;
import io.github.oldbuffer.ports.Sanitizers;
import io.github.oldbuffer.ports.TemporaryFolder;
import io.github.oldbuffer.ports.build.Port;
import io.github.oldbuffer.ports.build.PortBuild;
import io.github.oldbuffer.ports.build.PortNames;
import io.github.oldbuffer.ports.compiler.PortException;
import io.github.oldbuffer.probe.CCompiler;
import io.github.oldbuffer.process.WorkerLimits;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * A port, and how it is to be judged, whatever CPython it runs in.
 *
 * @param files as they are compiled; absolute
 * @param flags for compiler and linker
 * @param contractOnly whether differences from CPython are not looked for
 * @param ignored what must not be held against it
 */
record PortTask(
        List<Path> files,
        List<Path> adapters,
        PortNames names,
        List<String> flags,
        Sanitizers sanitizers,
        boolean contractOnly,
        Set<Circumstance> ignored) {

    /** Shorter than for implementations: a port that does not come back must not hold up its author. */
    private static final Duration SCENARIO_LIMIT = Duration.ofSeconds(5);

    static WorkerLimits limits() {
        return WorkerLimits.DEFAULT.withScenario(SCENARIO_LIMIT);
    }

    /** The same of another file. */
    PortTask of(Path file, PortNames others) {
        return new PortTask(List.of(file), adapters, others, flags, sanitizers, contractOnly, ignored);
    }

    /** Builds it for an interpreter. */
    Port build(PortPython python, TemporaryFolder temporary) throws PortException, UnavailableException {
        return builder(python, temporary).of(files, adapters, names);
    }

    PortBuild builder(PortPython python, TemporaryFolder temporary) throws UnavailableException {
        return new PortBuild(python.runtime(), CCompiler.find(System.getenv()), flags, temporary.path());
    }
}
