package io.github.oldbuffer.ports;

import io.github.oldbuffer.cpython.PythonRuntime;
import io.github.oldbuffer.probe.CCompiler;
import io.github.oldbuffer.probe.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The user's C compiler, as ports are compiled with it.
 *
 * @param flags the user's
 */
record PortCompiler(CCompiler compiler, PythonRuntime python, List<String> flags) {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private static final Pattern ERROR_LINE =
            Pattern.compile("error:|undefined reference|cannot find", Pattern.CASE_INSENSITIVE);

    static boolean isSource(Path file) {
        return isC(file) || isCpp(file);
    }

    static boolean isC(Path file) {
        return file.toString().endsWith(".c");
    }

    static boolean isCpp(Path file) {
        return file.toString().matches(".*\\.(cc|cpp|cxx|C)");
    }

    /**
     * Makes a shared library.
     *
     * @throws PortException with the compiler's first error and the command
     */
    void library(List<Path> sources, Path library) throws PortException {
        List<String> words = new ArrayList<>(List.of("-O2", "-g", "-fPIC"));
        words.addAll(flags);
        words.add("-shared");
        words.addAll(bindings());
        words.addAll(including());
        sources.forEach(source -> words.add(source.toString()));
        words.addAll(List.of("-o", library.toString()));
        if (sources.stream().anyMatch(PortCompiler::isCpp)) {
            words.add("-lstdc++");
        }
        Command.Result result = run(words);
        if (result.status() != 0) {
            throw new PortException("The port does not compile: " + firstError(result) + "; the command was: "
                    + String.join(" ", command(words)));
        }
    }

    /** The first error of a C text that is only checked, not compiled; empty where there is none. */
    Optional<String> complaint(Path text, List<String> more) throws PortException {
        List<String> words = new ArrayList<>(List.of("-fsyntax-only"));
        words.addAll(flags);
        words.addAll(more);
        words.addAll(including());
        words.add(text.toString());
        Command.Result result = run(words);
        return result.status() == 0 ? Optional.empty() : Optional.of(firstError(result));
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

    private List<String> including() {
        return python.includes().stream()
                .flatMap(folder -> Stream.of("-isystem", folder.toString()))
                .toList();
    }

    private static String firstError(Command.Result result) {
        List<String> lines = result.errors().lines().toList();
        return lines.stream()
                .filter(line -> ERROR_LINE.matcher(line).find())
                .findFirst()
                .or(() -> lines.stream().findFirst())
                .orElse("status " + result.status());
    }
}
