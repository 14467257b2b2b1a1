package io.github.oldbuffer.ports;

import io.github.oldbuffer.cpython.CPythonProvider;
import io.github.oldbuffer.cpython.PortLibrary;
import io.github.oldbuffer.cpython.PythonRuntime;
import io.github.oldbuffer.ports.build.Port;
import io.github.oldbuffer.probe.PackedImplementation;
import io.github.oldbuffer.probe.ProbeCompiler;
import io.github.oldbuffer.process.WorkerCommand;
import io.github.oldbuffer.process.WorkerHost;
import io.github.oldbuffer.process.WorkerLimits;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Starts a process that runs scenarios with a port's functions. */
public final class PortLoader {

    private PortLoader() {}

    /**
     * Starts it.
     *
     * @param sanitizers that the port was compiled with
     * @throws UnavailableException where the port does not load
     */
    public static Implementation open(Port port, Sanitizers sanitizers, WorkerLimits limits)
            throws UnavailableException {
        return open(port, sanitizers, limits, new DeathNotes());
    }

    /**
     * Starts it.
     *
     * @param notes get what deaths leave, where no sanitizers say more
     * @throws UnavailableException where the port does not load
     */
    public static Implementation open(Port port, Sanitizers sanitizers, WorkerLimits limits, DeathNotes notes)
            throws UnavailableException {
        if (!sanitizers.any()) {
            return open(port.identity(), port.python(), port.portLibrary(), limits, notes);
        }
        Path program = program(port.python(), flags(port, sanitizers));
        try {
            return new PackedImplementation(
                    port.identity(), WorkerHost.start(new SanitizedCommand(program, port, sanitizers), limits));
        } catch (UnavailableException failed) {
            String words = sanitizers.lastWords();
            throw words.isEmpty() ? failed : new UnavailableException(words, failed);
        }
    }

    /**
     * Starts a process that runs scenarios with CPython's own functions, as a port's does.
     *
     * @param id of that CPython
     */
    public static Implementation reference(String id, PythonRuntime python, WorkerLimits limits)
            throws UnavailableException {
        return open(new Identity(id, "CPython", python.build()), python, null, limits, new DeathNotes());
    }

    private static Implementation open(
            Identity identity, PythonRuntime python, PortLibrary port, WorkerLimits limits, DeathNotes notes)
            throws UnavailableException {
        Path program;
        try {
            program = program(python, List.of());
        } catch (UnavailableException noCompiler) {
            if (port == null || python.library() == null) {
                throw noCompiler;
            }
            // a library needs no compiler, and where none is, as in the images of fuzzing services, a JVM can host it
            return CPythonProvider.openPort(identity, python, port, limits);
        }
        WorkerCommand command = new ProgramCommand(program, python, port, notes);
        try {
            return new PackedImplementation(identity, WorkerHost.start(command, limits));
        } catch (UnavailableException failed) {
            throw explained(failed);
        }
    }

    /** What the port needs of other files may be given too. */
    private static UnavailableException explained(UnavailableException failed) {
        String said = failed.getMessage();
        int symbol = said.indexOf("undefined symbol: ");
        return symbol < 0
                ? failed
                : new UnavailableException(
                        said.replaceFirst("\\.$", "")
                                + "; the source that defines it can be given beside the others, the library with"
                                + " --ldflags -lNAME.",
                        failed);
    }

    private static Path program(PythonRuntime python, List<String> flags) throws UnavailableException {
        if (python.library() == null) {
            throw new UnavailableException("CPython " + python.version()
                    + " has no shared libpython, which embedding needs: install it (Debian: apt-get install libpython3.x)"
                    + " or build Python with --enable-shared.");
        }
        List<Path> libraries = Stream.of(python.preload(), python.library())
                .filter(Objects::nonNull)
                .toList();
        return ProbeCompiler.ofUser().portProgram(python.includes(), libraries, flags);
    }

    /**
     * The sanitizers' flags, and the C++ library for a port that needs it: AddressSanitizer looks for what throws when
     * the program starts, and ends it at the first exception where it was not there then.
     */
    private static List<String> flags(Port port, Sanitizers sanitizers) {
        List<String> flags = new ArrayList<>(sanitizers.flags());
        List<String> ofCpp = port.recipe().libraries().stream()
                .filter(word -> word.equals("-lstdc++") || word.equals("-lc++"))
                .toList();
        if (!ofCpp.isEmpty()) {
            flags.add("-Wl,--no-as-needed");
            flags.addAll(ofCpp);
        }
        return flags;
    }
}
