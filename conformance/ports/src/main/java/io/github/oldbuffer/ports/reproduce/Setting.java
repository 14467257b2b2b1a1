package io.github.oldbuffer.ports.reproduce;

import io.github.oldbuffer.cpython.PythonRuntime;
import io.github.oldbuffer.ports.build.Port;
import io.github.oldbuffer.ports.build.Recipe;
import io.github.oldbuffer.process.interpreter.Interpreter;
import io.github.oldbuffer.spec.scenario.Function;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What programs are compiled and run with.
 *
 * @param python that is embedded
 * @param interpreter its executable, for Python programs; empty where it has none: then one is built
 * @param files of a port; empty where CPython's own functions are at fault
 * @param flags for the compiler, the user's and those of sanitizers; their paths are absolute
 * @param names what the port's functions are called
 * @param symbols of the same functions in the library that is made of the port
 * @param recipe how that library is made; of none where the port is a library
 * @param module whether C programs are extension modules, since the interpreter is none that they could embed
 */
public record Setting(
        PythonRuntime python,
        Optional<String> interpreter,
        List<Path> files,
        List<String> flags,
        Map<Function, String> names,
        Map<Function, String> symbols,
        Recipe recipe,
        boolean module) {

    public Setting {
        files = List.copyOf(files);
        flags = List.copyOf(flags);
        names = copy(names);
        symbols = copy(symbols);
    }

    /** For findings about a port. */
    public static Setting of(Port port, Optional<String> interpreter) {
        return new Setting(
                port.python(),
                interpreter,
                port.files(),
                port.flags(),
                port.names(),
                port.symbols(),
                port.recipe(),
                false);
    }

    /** For findings about a CPython's own functions. */
    public static Setting of(PythonRuntime python, Optional<String> interpreter) {
        return new Setting(python, interpreter, List.of(), List.of(), Map.of(), Map.of(), Recipe.none(), false);
    }

    /** For findings about an interpreter that is no CPython. */
    public static Setting of(Interpreter interpreter) {
        PythonRuntime python = new PythonRuntime(interpreter.version(), interpreter.includes(), null, null, null);
        Optional<String> executable = Optional.of(interpreter.executable().toString());
        return new Setting(python, executable, List.of(), List.of(), Map.of(), Map.of(), Recipe.none(), true);
    }

    private static Map<Function, String> copy(Map<Function, String> map) {
        return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(map));
    }

    /** What a function's symbol is: the original's where a port lacks it. */
    String symbol(Function function) {
        return symbols.getOrDefault(function, function.cName());
    }

    /** The port, where it is a library that is there already. */
    Optional<Path> library() {
        return recipe.parts().isEmpty() ? files.stream().findFirst() : Optional.empty();
    }

    /** Whether the port is compiled with sanitizers: then they have to be in the program too. */
    boolean sanitized() {
        return flags.stream().anyMatch(flag -> flag.startsWith("-fsanitize="));
    }
}
