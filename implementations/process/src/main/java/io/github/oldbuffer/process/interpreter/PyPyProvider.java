package io.github.oldbuffer.process.interpreter;

import io.github.oldbuffer.process.Executables;
import io.github.oldbuffer.process.WorkerLimits;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.ImplementationProvider;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Offers any PyPy 3 as {@code pypy:PATH}, and the {@code pypy3} of this machine to a run that names none. */
public final class PyPyProvider implements ImplementationProvider {

    private static final String PREFIX = "pypy:";
    private static final String ON_PATH = "pypy3";

    private final Map<String, String> environment;

    public PyPyProvider() {
        this(System.getenv());
    }

    /** @param environment as {@link System#getenv()} gives it */
    PyPyProvider(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public List<Offer> offers() {
        Stream<Offer> found = Executables.find(ON_PATH, environment).stream()
                .map(path -> new Offer(PREFIX + path, false, "the PyPy of this machine, in a process of its own"));
        Offer any = new Offer(PREFIX + "PATH", true, "the PyPy 3 whose executable is PATH");
        return Stream.concat(found, Stream.of(any)).toList();
    }

    @Override
    public boolean accepts(String id) {
        return id.startsWith(PREFIX);
    }

    /** Starts a PyPy in a worker process, with the default limits. */
    @Override
    public Implementation open(String id) throws UnavailableException {
        return open(id, WorkerLimits.DEFAULT);
    }

    /** Starts a PyPy in a worker process. */
    Implementation open(String id, WorkerLimits limits) throws UnavailableException {
        Interpreter pypy = interpreter(id.substring(PREFIX.length()));
        return ModuleHost.open(new Identity(id, "PyPy", pypy.version()), pypy, limits);
    }

    private Interpreter interpreter(String name) throws UnavailableException {
        Path executable = Executables.find(name, environment).orElse(Path.of(name));
        Interpreter found = Interpreter.inspect(executable);
        if (!found.name().equals("pypy")) {
            throw new UnavailableException(
                    executable + " is not PyPy but " + found.name() + " (for CPython: cpython:PATH).");
        }
        if (!found.hasHeaders()) {
            throw new UnavailableException("The headers of " + executable + " are missing (no Python.h in "
                    + found.includes() + "): install them (Debian: apt-get install pypy3-dev).");
        }
        return found;
    }
}
