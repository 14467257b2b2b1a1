package io.github.oldbuffer.cpython;

import io.github.oldbuffer.probe.ProbeCompiler;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a process loads to run scenarios in an embedded CPython.
 *
 * @param shim the JNI library
 * @param probe the probe compiled for that CPython
 * @param libpython its shared library
 * @param preload a library to load before it, or {@code null}
 * @param home for {@code PYTHONHOME}
 * @param port functions to run instead of CPython's own, or {@code null}
 */
record Embedding(Path shim, Path probe, Path libpython, Path preload, String home, PortLibrary port) {

    /** Compiles, or takes from the cache, what this CPython needs. */
    static Embedding of(PythonRuntime python, PortLibrary port, ProbeCompiler compiler) throws UnavailableException {
        if (python.library() == null) {
            throw new UnavailableException("CPython " + python.version()
                    + " has no shared libpython, which embedding needs: install it (Debian: apt-get install libpython3.x)"
                    + " or build Python with --enable-shared.");
        }
        return new Embedding(
                compiler.jniShim(),
                compiler.probe(python.includes(), python.soabi()),
                python.library(),
                python.preload(),
                python.home(),
                port);
    }

    /** Words for a command line, of which {@link #ofArguments} makes the same again; empty stands for {@code null}. */
    List<String> arguments() {
        List<String> words = new ArrayList<>();
        Stream.of(shim, probe, libpython, preload, home)
                .map(part -> part == null ? "" : part.toString())
                .forEach(words::add);
        if (port != null) {
            words.add(port.library().toString());
            port.names().forEach(name -> words.add(name == null ? "" : name));
        }
        return words;
    }

    static Embedding ofArguments(List<String> words) {
        PortLibrary port = null;
        if (words.size() > 5) {
            List<String> names = new ArrayList<>();
            words.subList(6, words.size()).forEach(word -> names.add(word.isEmpty() ? null : word));
            port = new PortLibrary(Path.of(words.get(5)), names);
        }
        Path preload = words.get(3).isEmpty() ? null : Path.of(words.get(3));
        return new Embedding(
                Path.of(words.get(0)), Path.of(words.get(1)), Path.of(words.get(2)), preload, words.get(4), port);
    }
}
