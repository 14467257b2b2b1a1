package io.github.oldbuffer.ports.build;

import io.github.oldbuffer.cpython.PythonRuntime;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An extension module that was built already, by its name such as {@code mymodule.cpython-311-x86_64-linux-gnu.so}.
 *
 * @param name by which Python code imports it
 * @param target the interpreter that it was built for, such as {@code CPython 3.11}
 */
public record BuiltModule(Path file, String name, String target) {

    private static final Pattern FOR_CPYTHON =
            Pattern.compile("([A-Za-z_]\\w*)\\.cpython-(\\d)(\\d+)([a-z]*)(-[^.]*)?\\.(so|dylib)");

    private static final Pattern FOR_PYPY = Pattern.compile("([A-Za-z_]\\w*)\\.pypy(\\d)(\\d+)-.*\\.(so|dylib)");

    private static final String FREE_THREADED = "t";

    /** By the name of its file alone; empty where that says nothing of an interpreter. */
    public static Optional<BuiltModule> named(Path file) {
        String name = file.getFileName().toString();
        Matcher cpython = FOR_CPYTHON.matcher(name);
        if (cpython.matches()) {
            String threads = cpython.group(4).contains(FREE_THREADED) ? ", free-threaded" : "";
            String version = cpython.group(2) + "." + cpython.group(3);
            return Optional.of(new BuiltModule(file, cpython.group(1), "CPython " + version + threads));
        }
        Matcher pypy = FOR_PYPY.matcher(name);
        return pypy.matches()
                ? Optional.of(new BuiltModule(file, pypy.group(1), "PyPy " + pypy.group(2) + "." + pypy.group(3)))
                : Optional.empty();
    }

    /** Such as {@code 3.11}, of the CPython that can load it; empty where none can that ports are judged in. */
    public Optional<String> version() {
        return target.matches("CPython \\d+\\.\\d+")
                ? Optional.of(target.substring(target.indexOf(' ') + 1))
                : Optional.empty();
    }

    /** Whether an interpreter of a version, such as {@code 3.11.7}, can load it. */
    public boolean isFor(String python) {
        return version().map(each -> python.startsWith(each + ".")).orElse(false);
    }

    /** Why an interpreter cannot load it, in a sentence. */
    String refusal(PythonRuntime python) {
        return file.getFileName() + " is built for " + target + ", as its name says, and cannot be loaded by CPython "
                + python.version() + ", whose objects lie in memory in another way; "
                + version().map(each -> "--python names a CPython " + each).orElse("the port's sources can be judged")
                + ".";
    }

    /** The name by which Python code imports a library, where it exports what that takes. */
    static Optional<String> importedAs(Path library, Set<String> symbols) {
        String file = library.getFileName().toString();
        int dot = file.indexOf('.');
        String name = dot < 0 ? file : file.substring(0, dot);
        return symbols.contains("PyInit_" + name) ? Optional.of(name) : Optional.empty();
    }
}
