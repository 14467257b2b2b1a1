package io.github.oldbuffer.consumers;

import io.github.oldbuffer.process.Executables;
import io.github.oldbuffer.process.interpreter.Interpreter;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Which interpreter functions are called in. */
public final class PythonChoice {

    private static final int LEAST_MINOR = 6;

    private PythonChoice() {}

    /**
     * The interpreter that the user named; otherwise that of the active virtual environment, otherwise the
     * {@code python3} on the path.
     *
     * @param named {@code null} where the user named none
     * @throws UnavailableException where there is none that can be used
     */
    public static Interpreter of(Path named, Map<String, String> environment) throws UnavailableException {
        Path executable = named != null ? named : found(environment);
        Interpreter interpreter = Interpreter.inspect(executable);
        String[] parts = interpreter.version().split("\\.");
        if (interpreter.name().equals("cpython") && Integer.parseInt(parts[1]) < LEAST_MINOR) {
            throw new UnavailableException(executable + " is Python " + interpreter.version() + "; the kit needs 3."
                    + LEAST_MINOR + " or later.");
        }
        return interpreter;
    }

    private static Path found(Map<String, String> environment) throws UnavailableException {
        String virtual = environment.getOrDefault("VIRTUAL_ENV", "");
        if (!virtual.isEmpty()) {
            Path python = Path.of(virtual, "bin", "python");
            if (Files.isExecutable(python)) {
                return python;
            }
        }
        Optional<Path> onPath = Executables.find("python3", environment);
        return onPath.orElseThrow(() -> new UnavailableException(
                "There is no python3 on the PATH and no active virtual environment, and the CPython that comes with the kit"
                        + " is a library without a program to run; name one with --python."));
    }
}
