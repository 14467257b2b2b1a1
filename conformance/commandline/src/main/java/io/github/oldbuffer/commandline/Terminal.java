package io.github.oldbuffer.commandline;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a command prints and what it may know of its surroundings.
 *
 * @param out the result
 * @param err messages and progress
 * @param colour whether the result may be coloured
 * @param progress whether a progress bar may be drawn
 * @param environment the variables of the process
 */
public record Terminal(
        PrintWriter out, PrintWriter err, boolean colour, boolean progress, Map<String, String> environment) {

    /**
     * The streams of this process.
     *
     * <p>Java cannot tell which of its streams is a terminal (from JDK 22 on {@code System.console()} is there without
     * one), so the script that starts it says so.
     */
    public static Terminal ofProcess(PrintStream out, PrintStream err, Map<String, String> environment) {
        boolean plain = !environment.getOrDefault("NO_COLOR", "").isEmpty() || "dumb".equals(environment.get("TERM"));
        return new Terminal(
                new PrintWriter(out, false, StandardCharsets.UTF_8),
                new PrintWriter(err, true, StandardCharsets.UTF_8),
                "1".equals(environment.get("OLDBUFFER_STDOUT_TTY")) && !plain,
                "1".equals(environment.get("OLDBUFFER_STDERR_TTY")) && !"dumb".equals(environment.get("TERM")),
                environment);
    }

    /** Whether a continuous-integration service runs this. */
    public boolean ci() {
        String ci = environment.getOrDefault("CI", "");
        return !ci.isEmpty() && !ci.equals("0") && !ci.equalsIgnoreCase("false");
    }
}
