package io.github.oldbuffer.ports;

import io.github.oldbuffer.cpython.CPythonProvider;
import io.github.oldbuffer.ports.build.Port;
import io.github.oldbuffer.probe.PackedImplementation;
import io.github.oldbuffer.probe.ProbeCompiler;
import io.github.oldbuffer.process.WorkerHost;
import io.github.oldbuffer.process.WorkerLimits;
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
        if (!sanitizers.any()) {
            return CPythonProvider.openPort(port.identity(), port.python(), port.portLibrary(), limits);
        }
        List<Path> libraries = Stream.of(port.python().preload(), port.python().library())
                .filter(Objects::nonNull)
                .toList();
        Path program = ProbeCompiler.ofUser().portProgram(port.python().includes(), libraries, flags(port, sanitizers));
        try {
            return new PackedImplementation(
                    port.identity(), WorkerHost.start(new SanitizedCommand(program, port, sanitizers), limits));
        } catch (UnavailableException failed) {
            String words = sanitizers.lastWords();
            throw words.isEmpty() ? failed : new UnavailableException(words, failed);
        }
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
