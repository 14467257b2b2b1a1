package io.github.oldbuffer.cpython;

import io.github.oldbuffer.probe.CCompiler;
import io.github.oldbuffer.probe.CacheFolder;
import io.github.oldbuffer.probe.ProbeCompiler;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The bundled CPython and all that is compiled for it, in one folder that can be moved: for machines that have no
 * compiler and no cache, such as those of fuzzing engines.
 *
 * @param runtime the CPython
 * @param shim the JNI library
 * @param probe the probe compiled for it
 */
public record PreparedPython(PythonRuntime runtime, Path shim, Path probe) {

    /** The system property that names the folder; without it CPython comes out of the user's cache. */
    public static final String PROPERTY = "oldbuffer.python.prepared";

    /** The folder is a cache, in which this file says what is what: a word, an equals sign and a name. */
    private static final String INDEX = "prepared.txt";

    private static final String PYTHON = "python";
    private static final String SHIM = "shim";
    private static final String PROBE = "probe";

    /**
     * Unpacks and compiles everything into a folder.
     *
     * @throws UnavailableException where there is no compiler, or no CPython on the class path
     */
    public static PreparedPython make(Path folder) throws UnavailableException {
        CacheFolder cache = new CacheFolder(folder);
        ProbeCompiler compiler = new ProbeCompiler(cache, CCompiler.find(System.getenv()));
        PythonRuntime python = BundledPython.unpack(cache);
        Embedding embedding = Embedding.of(python, null, compiler);
        try {
            index(
                    folder,
                    Path.of(python.home()).getFileName().toString(),
                    embedding.shim().getFileName().toString(),
                    embedding.probe().getFileName().toString());
        } catch (IOException e) {
            throw new UnavailableException("The folder " + folder + " cannot be written: " + e + ".", e);
        }
        return new PreparedPython(python, embedding.shim(), embedding.probe());
    }

    /**
     * Says what is what in a folder that somebody else has filled; every name is relative to it.
     *
     * @param python the folder of the CPython
     * @param shim the JNI library
     * @param probe the probe compiled for that CPython
     */
    public static void index(Path folder, String python, String shim, String probe) throws IOException {
        Files.write(folder.resolve(INDEX), List.of(PYTHON + "=" + python, SHIM + "=" + shim, PROBE + "=" + probe));
    }

    /** The one of a folder that {@link #make} has filled, wherever it is now. */
    public static PreparedPython at(Path folder) throws UnavailableException {
        Path place = folder.toAbsolutePath();
        try {
            Map<String, String> names = Files.readAllLines(place.resolve(INDEX)).stream()
                    .map(line -> line.split("=", 2))
                    .collect(Collectors.toMap(words -> words[0], words -> words[1]));
            return new PreparedPython(
                    BundledPython.at(place.resolve(names.get(PYTHON))),
                    place.resolve(names.get(SHIM)),
                    place.resolve(names.get(PROBE)));
        } catch (IOException e) {
            throw new UnavailableException("There is no prepared CPython in " + place + ": " + e + ".", e);
        }
    }

    /** The one that this process is told to use; empty where it is told nothing. */
    static Optional<PreparedPython> ofProcess() throws UnavailableException {
        String folder = System.getProperty(PROPERTY, "");
        return folder.isEmpty() ? Optional.empty() : Optional.of(at(Path.of(folder)));
    }

    /** @param port functions to run instead of CPython's own, or {@code null} */
    Embedding embedding(PortLibrary port) {
        return new Embedding(shim, probe, runtime.library(), runtime.preload(), runtime.home(), port);
    }
}
