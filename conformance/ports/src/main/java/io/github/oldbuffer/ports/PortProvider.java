package io.github.oldbuffer.ports;

import io.github.oldbuffer.cpython.CPythonProvider;
import io.github.oldbuffer.cpython.PythonRuntime;
import io.github.oldbuffer.ports.build.Port;
import io.github.oldbuffer.ports.build.PortBuild;
import io.github.oldbuffer.ports.build.PortNames;
import io.github.oldbuffer.ports.compiler.Language;
import io.github.oldbuffer.ports.compiler.PortException;
import io.github.oldbuffer.probe.CCompiler;
import io.github.oldbuffer.process.WorkerLimits;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.ImplementationProvider;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Offers a port as {@code port:FILE}, for campaigns and comparisons; the command {@code port} says more about one.
 *
 * <p>Behind the file there may be names, as in {@code port:FILE.so:AsReadBuffer=my_read}. A library whose names are
 * given is loaded as it is, with no look into it.
 */
public final class PortProvider implements ImplementationProvider {

    private static final String FAMILY = "port:";

    /** The environment variable that names the clang; by default the one on the path. */
    private static final String CLANG = "OLDBUFFER_CLANG";

    /**
     * Counts edges and tells comparisons to the fuzzer of the process. The short name of it, fuzzer-no-link, asks for
     * the depth of the stack too, which Jazzer's library has no place for.
     */
    private static final List<String> WATCHED = List.of("-fsanitize-coverage=inline-8bit-counters,pc-table,trace-cmp");

    @Override
    public List<Offer> offers() {
        return List.of(new Offer(
                FAMILY + "FILE", true, "the CPython that comes with the kit, with the functions of a port's FILE"));
    }

    @Override
    public boolean accepts(String id) {
        return id.startsWith(FAMILY);
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
    public Implementation open(String id) throws UnavailableException {
        return started(
                id,
                List.of(),
                System.getenv(),
                port -> PortLoader.open(port, new Sanitizers(""), WorkerLimits.DEFAULT));
    }

    /** Whether an id names a port by its C or C++ source. */
    @Override
    public boolean isWatchable(String id) {
        return id.startsWith(FAMILY) && Language.isSource(file(words(id)));
    }

    /**
     * Starts a port in this process, compiled by clang so that a fuzzer that was loaded before it sees which of its
     * code runs; a crash ends the process.
     *
     * @param id of a port's C source
     */
    @Override
    public Implementation openWatched(String id) throws UnavailableException {
        return started(
                id, WATCHED, Map.of("CC", System.getenv().getOrDefault(CLANG, "clang")), PortProvider::inProcess);
    }

    /** Starts a port in this process, for fuzzing; a crash ends the process. */
    @Override
    public Implementation openHere(String id) throws UnavailableException {
        return started(id, List.of(), System.getenv(), PortProvider::inProcess);
    }

    private static Implementation inProcess(Port port) throws UnavailableException {
        return CPythonProvider.openPortInProcess(port.identity(), port.python(), port.portLibrary());
    }

    @FunctionalInterface
    private interface Start {
        Implementation start(Port port) throws UnavailableException;
    }

    private static Implementation started(String id, List<String> flags, Map<String, String> environment, Start start)
            throws UnavailableException {
        try {
            TemporaryFolder folder = TemporaryFolder.create();
            try {
                return new LoadedPort(start.start(built(id, flags, environment, folder)), folder);
            } catch (UnavailableException unusable) {
                folder.close();
                throw unusable;
            }
        } catch (IOException unusable) {
            throw new UnavailableException(unusable.getMessage(), unusable);
        }
    }

    /** Whether an id names a port. */
    public static boolean isPort(String id) {
        return id.startsWith(FAMILY);
    }

    /**
     * A port, compiled where it is a source.
     *
     * @param folder for what is compiled
     */
    public static Port built(String id, TemporaryFolder folder) throws UnavailableException {
        return built(id, List.of(), System.getenv(), folder);
    }

    private static Port built(String id, List<String> flags, Map<String, String> environment, TemporaryFolder folder)
            throws UnavailableException {
        String[] words = words(id);
        Path file = file(words);
        if (!Files.isRegularFile(file)) {
            throw new UnavailableException("There is no file " + file + ".");
        }
        try {
            PortNames names = words.length > 1 ? PortNames.parse(words[1]) : PortNames.originals();
            PythonRuntime python = CPythonProvider.python(CPythonProvider.BUNDLED);
            return names.chosen() && !PortBuild.isSource(file)
                    ? Port.ofLibrary(file, python, flags, names.names())
                    : new PortBuild(python, CCompiler.find(environment), flags, folder.path()).of(List.of(file), names);
        } catch (PortException | IllegalArgumentException unusable) {
            throw new UnavailableException(unusable.getMessage(), unusable);
        }
    }

    /** The file and, where they are given, the names. */
    private static String[] words(String id) {
        return id.substring(FAMILY.length()).split(":", 2);
    }

    private static Path file(String[] words) {
        return Path.of(words[0]).toAbsolutePath();
    }
}
