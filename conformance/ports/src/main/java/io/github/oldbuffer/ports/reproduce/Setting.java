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
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** One line that makes a C program and runs it. */
    String compileC(String file) {
        return "cc " + words(String.join(" ", userFlags()), sources(file), including(), library()) + " -DPYTHON_HOME="
                + quoted("\"" + python.home() + "\"") + " -o repro && ./repro";
    }

    /** The same line for a machine with another Python. */
    String compileElsewhere(String file) {
        return "cc " + words(String.join(" ", userFlags()), sources(file))
                + " $(python3-config --includes --ldflags --embed) -o repro && ./repro";
    }

    /** One line that runs a Python program; the port has to be a library for that. */
    String runPython(String file) {
        String python = interpreter.map(Setting::quoted).orElse("python3");
        if (files.isEmpty()) {
            return python + " " + file;
        } else if (isLibrary()) {
            return python + " " + file + " " + quoted(files.get(0).toString());
        }
        String headers = interpreter.isPresent() ? including() : "$(python3-config --includes)";
        return "cc -shared -fPIC -Wl,-Bsymbolic " + words(String.join(" ", userFlags()), plainSources(), headers)
                + " -o port.so && " + python + " " + file + " ./port.so";
    }

    private boolean isLibrary() {
        return files.size() == 1 && files.get(0).toString().matches(".*\\.(so|dylib)(\\.[0-9.]+)?");
    }

    private List<String> userFlags() {
        return flags.stream().map(Setting::quoted).toList();
    }

    private String sources(String file) {
        if (undeclared.isEmpty()) {
            return file + (files.isEmpty() ? "" : " " + plainSources());
        }
        return files.stream().map(each -> "-include " + quoted(each.toString())).collect(Collectors.joining(" ")) + " "
                + file;
    }

    private String plainSources() {
        return files.stream().map(each -> quoted(each.toString())).collect(Collectors.joining(" "));
    }

    private String including() {
        return python.includes().stream()
                .map(folder -> "-I" + quoted(folder.toString()))
                .collect(Collectors.joining(" "));
    }

    private String library() {
        Stream<Path> libraries =
                python.preload() == null ? Stream.of(python.library()) : Stream.of(python.preload(), python.library());
        return libraries
                .map(library ->
                        (library.equals(python.preload()) ? "-Wl,--no-as-needed " : "") + quoted(library.toString())
                                + " -Wl,-rpath," + quoted(library.getParent().toString()))
                .collect(Collectors.joining(" "));
    }

    private static String words(String... words) {
        return Stream.of(words).filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    }

    /** As one word of a shell's command line. */
    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:@%+=,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
