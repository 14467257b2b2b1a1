package io.github.oldbuffer.probe;

import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The C compiler of this machine.
 *
 * @param command the words that start it, from {@code $CC} or {@code cc}
 * @param version what it says of itself; two compilers that say the same are taken for the same
 */
public record CCompiler(List<String> command, String version) {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private static final Predicate<String> ERROR_LINE = Pattern.compile(
                    "error:|undefined reference|cannot find", Pattern.CASE_INSENSITIVE)
            .asPredicate();

    public CCompiler {
        command = List.copyOf(command);
    }

    /**
     * Finds the compiler.
     *
     * @param environment as {@link System#getenv()} gives it; {@code CC} may hold arguments too
     * @throws UnavailableException where there is none
     */
    public static CCompiler find(Map<String, String> environment) throws UnavailableException {
        String chosen = environment.getOrDefault("CC", "").strip();
        List<String> command = List.of((chosen.isEmpty() ? "cc" : chosen).split("\\s+"));
        List<String> asking = new ArrayList<>(command);
        asking.add("--version");
        try {
            Command.Result result = Command.run(asking, Duration.ofSeconds(30));
            if (result.status() == 0) {
                return new CCompiler(command, result.output());
            }
            throw new UnavailableException("The C compiler does not work: " + String.join(" ", asking)
                    + " ended with status " + result.status() + ".");
        } catch (IOException e) {
            throw new UnavailableException(
                    "The kit compiles a small C library and found no C compiler (" + command.get(0)
                            + "): install one (Debian: apt-get install gcc libc6-dev) or set CC.",
                    e);
        }
    }

    /**
     * Makes a library or a program.
     *
     * @throws UnavailableException with the compiler's first error and the command, or that it cannot be run or took too
     *     long
     */
    void link(List<String> arguments, Path result) throws UnavailableException {
        List<String> words = new ArrayList<>(command);
        words.addAll(arguments);
        words.add("-o");
        words.add(result.toString());
        Command.Result told = run(words);
        if (told.status() != 0) {
            throw new UnavailableException(
                    "The C compiler failed: " + firstError(told) + "; the command was: " + String.join(" ", words));
        }
    }

    private static Command.Result run(List<String> words) throws UnavailableException {
        try {
            return Command.run(words, LIMIT);
        } catch (IOException e) {
            throw new UnavailableException(
                    "The C compiler gave no result: " + e.getMessage() + "; the command was: "
                            + String.join(" ", words),
                    e);
        }
    }

    private static String firstError(Command.Result result) {
        List<String> lines = result.errors().lines().toList();
        return lines.stream()
                .filter(ERROR_LINE)
                .findFirst()
                .or(() -> lines.stream().findFirst())
                .orElse("status " + result.status());
    }
}
