package io.github.oldbuffer.ports.reproduce;

import io.github.oldbuffer.cpython.PythonRuntime;
import io.github.oldbuffer.spec.scenario.Function;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What programs are compiled and run with.
 *
 * @param python that is embedded
 * @param interpreter its executable, for Python programs; empty where it has none: then any Python will do
 * @param files of a port; empty where CPython's own functions are at fault
 * @param flags for the compiler
 * @param names what the functions are called
 * @param undeclared functions that the port does not export: a program must come behind their source
 */
public record Setting(
        PythonRuntime python,
        Optional<String> interpreter,
        List<Path> files,
        List<String> flags,
        Map<Function, String> names,
        Set<Function> undeclared) {

    public Setting {
        files = List.copyOf(files);
        flags = List.copyOf(flags);
        names = names.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(names));
        undeclared = undeclared.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(undeclared));
    }

    /** What a function is called: the original where a port lacks it. */
    String name(Function function) {
        return names.getOrDefault(function, function.cName());
    }

    /** Whether the port is compiled with sanitizers: then they have to be in the program too. */
    boolean sanitized() {
        return flags.stream().anyMatch(flag -> flag.startsWith("-fsanitize="));
    }
}
