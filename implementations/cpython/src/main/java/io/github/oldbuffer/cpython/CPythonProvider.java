package io.github.oldbuffer.cpython;

import io.github.oldbuffer.probe.Areas;
import io.github.oldbuffer.probe.BuiltProbes;
import io.github.oldbuffer.probe.CacheFolder;
import io.github.oldbuffer.probe.PackedImplementation;
import io.github.oldbuffer.probe.ProbeCompiler;
import io.github.oldbuffer.process.JavaWorkerCommand;
import io.github.oldbuffer.process.WorkerHost;
import io.github.oldbuffer.process.WorkerLimits;
import io.github.oldbuffer.process.interpreter.Interpreter;
import io.github.oldbuffer.process.interpreter.ModuleHost;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.ImplementationProvider;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Offers the bundled CPython as {@code cpython}, and any installed one as {@code cpython:PATH}. */
public final class CPythonProvider implements ImplementationProvider {

    /** The id of the bundled CPython. */
    public static final String BUNDLED = "cpython";

    private static final String INSTALLED = BUNDLED + ":";
    private static final String NAME = "CPython";

    @Override
    public List<Offer> offers() {
        return List.of(
                new Offer(BUNDLED, false, "the CPython that comes with the kit, in a process of its own"),
                new Offer(INSTALLED + "PATH", true, "the CPython whose executable is PATH, 3.6 or later"));
    }

    @Override
    public boolean accepts(String id) {
        return id.equals(BUNDLED) || id.startsWith(INSTALLED);
    }

    @Override
    public boolean runsHere(String id) {
        return true;
    }

    @Override
    public List<String> libraries() {
        return List.of("org/bytedeco/cpython");
    }

    @Override
    public Implementation openHere(String id) throws UnavailableException {
        return toRun(id).library() == null ? open(id) : openInProcess(id);
    }

    /** Starts a CPython in a worker process, with the default limits. */
    @Override
    public Implementation open(String id) throws UnavailableException {
        return open(id, WorkerLimits.DEFAULT);
    }

    /** Starts a CPython in a worker process: embedded where it has a shared libpython, otherwise as the program it is. */
    public static Implementation open(String id, WorkerLimits limits) throws UnavailableException {
        PythonRuntime python = toRun(id);
        Identity identity = new Identity(id, NAME, python.build());
        if (python.library() == null) {
            Path executable = Path.of(id.substring(INSTALLED.length()));
            return ModuleHost.open(identity, Interpreter.inspect(executable), limits);
        }
        return inWorker(identity, python, null, limits);
    }

    /**
     * Starts a CPython in a worker process, with a port in place of some of the four functions.
     *
     * @param identity of the port
     * @param python as {@link #python} gives it
     */
    public static Implementation openPort(
            Identity identity, PythonRuntime python, PortLibrary port, WorkerLimits limits)
            throws UnavailableException {
        return inWorker(identity, python, port, limits);
    }

    /** Starts the bundled CPython in this process, for fuzzing and benchmarks: a crash ends the process. */
    public static Implementation openInProcess() throws UnavailableException {
        return openInProcess(BUNDLED);
    }

    /** Starts a CPython in this process; a process can hold one only. */
    public static Implementation openInProcess(String id) throws UnavailableException {
        PythonRuntime python = toRun(id);
        return openPortInProcess(new Identity(id, NAME, python.build()), python, null);
    }

    /**
     * Starts a CPython in this process, with a port in place of some of the four functions.
     *
     * @param python as {@link #python} gives it
     * @param port {@code null} where CPython's own functions are to run
     */
    public static Implementation openPortInProcess(Identity identity, PythonRuntime python, PortLibrary port)
            throws UnavailableException {
        return new PackedImplementation(identity, EmbeddedHost.start(embedding(python, port), Areas.allocate()));
    }

    /** The same without headers, where nothing has to be compiled for it. */
    private static PythonRuntime toRun(String id) throws UnavailableException {
        if (id.equals(BUNDLED)) {
            return python(id);
        }
        Path executable = Path.of(id.substring(INSTALLED.length()));
        PythonRuntime python = InstalledPython.inspect(executable, false);
        return BuiltProbes.ofProcess().areFor(python.soabi()) ? python : InstalledPython.inspect(executable);
    }

    /** The CPython that an id names, unpacked or looked up, with its headers. */
    public static PythonRuntime python(String id) throws UnavailableException {
        if (!id.equals(BUNDLED)) {
            return InstalledPython.inspect(Path.of(id.substring(INSTALLED.length())));
        }
        Optional<PreparedPython> prepared = PreparedPython.ofProcess();
        return prepared.isPresent()
                ? prepared.get().runtime()
                : BundledPython.unpack(CacheFolder.ofUser(System.getenv()));
    }

    private static Embedding embedding(PythonRuntime python, PortLibrary port) throws UnavailableException {
        Optional<PreparedPython> prepared = PreparedPython.ofProcess();
        return prepared.isPresent() && prepared.get().runtime().equals(python)
                ? prepared.get().embedding(port)
                : Embedding.of(python, port, ProbeCompiler.ofUser());
    }

    private static Implementation inWorker(
            Identity identity, PythonRuntime python, PortLibrary port, WorkerLimits limits)
            throws UnavailableException {
        Embedding embedding = embedding(python, port);
        JavaWorkerCommand command = new JavaWorkerCommand(EmbeddedHostFactory.class, embedding.arguments());
        return new PackedImplementation(identity, WorkerHost.start(command, limits));
    }
}
