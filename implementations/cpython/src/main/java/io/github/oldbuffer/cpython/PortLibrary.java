package io.github.oldbuffer.cpython;

import io.github.oldbuffer.spec.scenario.Function;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * A port: a library whose functions run instead of some of the four.
 *
 * @param library a shared library that Python's process can load
 * @param names of its functions, one for each {@link Function} in order; {@code null} where CPython's own is to run
 */
public record PortLibrary(Path library, List<String> names) {
    public PortLibrary {
        if (names.size() != Function.values().length) {
            throw new IllegalArgumentException("a port has a name, or none, for each of the four functions");
        }
        names = Collections.unmodifiableList(new ArrayList<>(names));
    }

    /** A port of the functions that have a name in the map. */
    public static PortLibrary of(Path library, Map<Function, String> names) {
        List<String> ordered = new ArrayList<>();
        for (Function function : Function.values()) {
            ordered.add(names.get(function));
        }
        return new PortLibrary(library, ordered);
    }
}
