package io.github.oldbuffer.ports.compiler;

import io.github.oldbuffer.cpython.PythonRuntime;
import io.github.oldbuffer.probe.CCompiler;
import io.github.oldbuffer.probe.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The user's C compiler, as ports are compiled with it.
 *
 * @param flags the user's
 * @param folder private; for texts and results
 * @param quoted folders in which what sources include in quotes is looked for, besides their own
 */
public record PortCompiler(
        CCompiler compiler, PythonRuntime python, CompilerFlags flags, Path folder, List<Path> quoted) {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** What a source becomes once it is preprocessed, with the definitions of macros in it. */
    public String preprocessed(Unit unit) throws PortException {
        Path text =
                unit.sources().size() == 1 && Language.of(unit.main()).equals(java.util.Optional.of(unit.language()))
                        ? unit.main()
                        : write("read", unit, unit.including());
        List<String> words = words(unit, List.of("-E", "-dD"));
        words.add(text.toString());
        Command.Result result = run(words);
        if (result.status() != 0) {
            throw CompilerErrors.failure(result, command(words));
        }
        return result.output();
    }

    /** Errors in a text behind a unit's sources, which is only checked and not compiled; empty where there is none. */
    public List<String> complaints(Unit unit, String text) throws PortException {
        // what is asked for may be private, as members that are called may be
        List<String> words = words(
                unit,
                unit.language() == Language.CPP
                        ? List.of("-fsyntax-only", "-fno-access-control")
                        : List.of("-fsyntax-only"));
        words.add(write("check", unit, unit.including() + text).toString());
        Command.Result result = run(words);
        return result.status() == 0 ? List.of() : CompilerErrors.all(result);
    }

    /**
     * Compiles a unit with a text behind it.
     *
     * @throws PortException with the compiler's first error and the command
     */
    public Path object(String name, Unit unit, String text, List<String> more) throws PortException {
        Path object = folder.resolve(name + ".o");
        List<String> words = words(unit, List.of("-O2", "-g", "-fPIC", "-c"));
        words.addAll(more);
        // warnings about texts of the kit's must not become errors, and nobody reads those about the user's
        words.add("-w");
        words.add(write(name, unit, unit.including() + text).toString());
        words.addAll(List.of("-o", object.toString()));
        Command.Result result = run(words);
        if (result.status() != 0) {
            throw CompilerErrors.failure(result, command(words));
        }
        return object;
    }

    /** Makes a shared library. */
    public void library(List<Path> objects, List<String> libraries, Path library) throws PortException {
        List<String> words = new ArrayList<>(List.of("-shared"));
        words.addAll(flags.compiling());
        words.addAll(bindings());
        words.addAll(warnings());
        objects.forEach(object -> words.add(object.toString()));
        words.addAll(libraries);
        words.addAll(List.of("-o", library.toString()));
        Command.Result result = run(words);
        if (result.status() != 0) {
            throw CompilerErrors.failure(result, command(words));
        }
        Optional<String> missing = CompilerErrors.undefined(result);
        if (missing.isPresent()) {
            throw new NotCompiledException("The port does not load: undefined symbol: " + missing.get()
                    + "; the source that defines it can be given beside the others, the library with --ldflags"
                    + " -lNAME.");
        }
    }

    /** So that the linker says what is missing, which it leaves to the loader otherwise. */
    private static List<String> warnings() {
        return isMac() ? List.of() : List.of("-Wl,-z,defs", "-Wl,--warn-unresolved-symbols");
    }

    /** What has to be linked besides the sources, in order. */
    public List<String> libraries(List<Unit> units) {
        List<String> libraries = new ArrayList<>(flags.linking());
        if (units.stream().anyMatch(unit -> unit.language() == Language.CPP)) {
            libraries.add(isMac() ? "-lc++" : "-lstdc++");
        }
        // Python itself is linked with it, so that extensions get by without
        libraries.add("-lm");
        return libraries;
    }

    /** Python's headers come as a system's, about which compilers do not warn. */
    private List<String> words(Unit unit, List<String> first) {
        List<String> words = new ArrayList<>(first);
        Stream.concat(unit.flags().stream(), flags.compiling().stream())
                .filter(flag -> !isForOther(flag, unit.language()))
                .forEach(words::add);
        quoted.forEach(each -> words.addAll(List.of("-iquote", each.toString())));
        python.includes().forEach(each -> words.addAll(List.of("-isystem", each.toString())));
        return words;
    }

    /** Whether a flag chooses a version of the other language; some compilers take that for an error. */
    private static boolean isForOther(String flag, Language language) {
        return flag.startsWith("-std=") && flag.contains("++") != (language == Language.CPP);
    }

    private Path write(String name, Unit unit, String text) throws PortException {
        try {
            return Files.writeString(folder.resolve(name + unit.language().ending()), text);
        } catch (IOException e) {
            throw new PortException("No file could be written beside the port: " + e + ".", e);
        }
    }

    private Command.Result run(List<String> words) throws PortException {
        try {
            return Command.run(command(words), LIMIT);
        } catch (IOException e) {
            throw new PortException("The C compiler cannot be run: " + e.getMessage() + ".", e);
        }
    }

    private List<String> command(List<String> words) {
        return Stream.concat(compiler.command().stream(), words.stream()).toList();
    }

    /**
     * A port may have the names of CPython's own functions, and call them: the calls must reach the port, which they
     * would not where the process knew the name before.
     */
    private static List<String> bindings() {
        return isMac() ? List.of("-undefined", "dynamic_lookup") : List.of("-Wl,-Bsymbolic");
    }

    private static boolean isMac() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
    }
}
