package io.github.oldbuffer.ports.compiler;

import io.github.oldbuffer.probe.Command;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What compilers and linkers say where they fail. */
public final class CompilerErrors {

    private static final Pattern ERROR_LINE =
            Pattern.compile("error:|undefined reference|cannot find", Pattern.CASE_INSENSITIVE);

    private static final Pattern MISSING =
            Pattern.compile("(\\S+?:\\d+)?.*fatal error: '?([^':]+?)'?(?:: No such file or directory| file not found)");

    /** What Python and the runtimes of sanitizers bring is there once the library is loaded. */
    private static final Pattern UNDEFINED =
            Pattern.compile("undefined reference to [`']((?!_?Py|__(?:asan|ubsan|lsan|tsan|msan|sanitizer))[^']+)'");

    private CompilerErrors() {}

    /** The first symbol that a linker warns about, and nothing brings. */
    static Optional<String> undefined(Command.Result result) {
        Matcher undefined = UNDEFINED.matcher(result.errors());
        return undefined.find() ? Optional.of(undefined.group(1)) : Optional.empty();
    }

    /** The lines with errors; all where none is marked as one. */
    public static List<String> all(Command.Result result) {
        List<String> lines = result.errors().lines().toList();
        List<String> errors =
                lines.stream().filter(line -> ERROR_LINE.matcher(line).find()).toList();
        if (!errors.isEmpty()) {
            return errors;
        }
        return lines.isEmpty() ? List.of("status " + result.status()) : lines;
    }

    public static NotCompiledException failure(Command.Result result, List<String> command) {
        String first = all(result).get(0);
        Matcher missing = MISSING.matcher(first);
        String what = missing.find()
                ? "the header " + missing.group(2) + " is in none of the folders that are searched"
                        + (missing.group(1) == null ? "" : " (" + missing.group(1) + ")")
                        + "; --cflags -IFOLDER names the one that has it"
                : first;
        return new NotCompiledException(
                "The port does not compile: " + what + "; the command was: " + String.join(" ", command));
    }
}
