package io.github.oldbuffer.ports.stress;

import io.github.oldbuffer.cpython.BundledProgram;
import io.github.oldbuffer.cpython.CPythonProvider;
import io.github.oldbuffer.cpython.PythonRuntime;
import io.github.oldbuffer.ports.PortProvider;
import io.github.oldbuffer.ports.TemporaryFolder;
import io.github.oldbuffer.ports.build.Port;
import io.github.oldbuffer.probe.ProbeCompiler;
import io.github.oldbuffer.process.interpreter.Interpreter;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.scenario.Function;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An interpreter in a process of its own, with the probe as an extension module and perhaps a port in it.
 *
 * @param executable of the interpreter
 * @param module the probe, compiled for it
 * @param port whose functions are called in place of the interpreter's own, or {@code null}
 * @param folder of what was made for it
 */
public record StressTarget(Identity identity, Path executable, Path module, Port port, TemporaryFolder folder)
        implements AutoCloseable {

    private static final String CPYTHON = "cpython:";
    private static final String PYPY = "pypy:";

    /**
     * What an id names.
     *
     * @param id of a CPython, a PyPy, or a port
     * @throws UnavailableException where it is not there, or is none of these
     */
    public static StressTarget of(String id) throws UnavailableException {
        try {
            TemporaryFolder folder = TemporaryFolder.create();
            try {
                return of(id, folder);
            } catch (UnavailableException | RuntimeException unusable) {
                folder.close();
                throw unusable;
            }
        } catch (IOException e) {
            throw new UnavailableException(
                    "A temporary folder could not be made or deleted: " + e.getMessage() + ".", e);
        }
    }

    private static StressTarget of(String id, TemporaryFolder folder) throws UnavailableException {
        ProbeCompiler compiler = ProbeCompiler.ofUser();
        if (id.startsWith(PYPY)) {
            Interpreter pypy = Interpreter.inspect(Path.of(id.substring(PYPY.length())));
            return new StressTarget(
                    new Identity(id, "PyPy", pypy.version()),
                    pypy.executable(),
                    compiler.module(pypy.includes(), pypy.soabi()),
                    null,
                    folder);
        }
        Port port = PortProvider.isPort(id) ? PortProvider.built(id, folder) : null;
        if (port == null && !id.equals(CPythonProvider.BUNDLED) && !id.startsWith(CPYTHON)) {
            throw new UnavailableException(id + " is no interpreter whose process the kit can look into; cpython,"
                    + " cpython:PATH, pypy:PATH and port:FILE are.");
        }
        PythonRuntime python = port == null ? CPythonProvider.python(id) : port.python();
        return new StressTarget(
                port == null ? new Identity(id, "CPython", python.build()) : port.identity(),
                id.startsWith(CPYTHON)
                        ? Path.of(id.substring(CPYTHON.length())).toAbsolutePath()
                        : BundledProgram.executable(compiler),
                compiler.module(python.includes(), python.soabi()),
                port,
                folder);
    }

    /** The words that start {@code stress.py}. */
    List<String> words(Path script) {
        List<String> words =
                new ArrayList<>(List.of(executable.toString(), "-I", script.toString(), module.toString()));
        if (port != null) {
            words.add(port.library().toString());
            port.portLibrary().names().forEach(name -> words.add(name == null ? "" : name));
        }
        return words;
    }

    /** What a function is called: the port's own name for it, if it has one. */
    String named(String function) {
        for (Function each : Function.values()) {
            if (port != null && each.cName().equals(function)) {
                String own = port.portLibrary().names().get(each.ordinal());
                return own == null ? function : own;
            }
        }
        return function;
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }
}
