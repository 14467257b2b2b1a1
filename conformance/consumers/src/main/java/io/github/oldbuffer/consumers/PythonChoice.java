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

    /** What {@code --python} calls the CPython that comes with the kit. */
    public static final String BUNDLED = "cpython";

    private static final String GRAALPY = "graalpy";

    /** The CPython that comes with the kit, as a program. */
    @FunctionalInterface
    public interface Bundled {
        Path executable() throws UnavailableException;
    }

    private PythonChoice() {}

    /** As {@link #of(Path, Map, Bundled)} where no CPython comes with the kit. */
    public static Interpreter of(Path named, Map<String, String> environment) throws UnavailableException {
        return of(named, environment, () -> {
            throw new UnavailableException("no CPython comes with the kit here");
        });
    }

    /**
     * The interpreter that the user named; otherwise that of the active virtual environment, otherwise the
     * {@code python3} on the path, otherwise the one that comes with the kit.
     *
     * @param named {@code null} where the user named none
     * @param bundled runs the one that comes with the kit
     * @throws UnavailableException where there is none that can be used
     */
    public static Interpreter of(Path named, Map<String, String> environment, Bundled bundled)
            throws UnavailableException {
        if (named != null && named.toString().equals(GRAALPY) && !Files.exists(named)) {
            throw new UnavailableException(
                    "The GraalPy that comes with the kit lives in a Java machine, which takes too long"
                            + " to start for functions that may end processes by the dozen; name another interpreter with --python.");
        }
        boolean asked = named != null && named.toString().equals(BUNDLED) && !Files.exists(named);
        Path executable = asked ? bundled.executable() : named != null ? named : found(environment, bundled);
        Interpreter interpreter = Interpreter.inspect(executable);
        String[] parts = interpreter.version().split("\\.");
        if (interpreter.name().equals("cpython") && Integer.parseInt(parts[1]) < LEAST_MINOR) {
            throw new UnavailableException(executable + " is Python " + interpreter.version() + "; the kit needs 3."
                    + LEAST_MINOR + " or later.");
        }
        return interpreter;
    }

    private static Path found(Map<String, String> environment, Bundled bundled) throws UnavailableException {
        String virtual = environment.getOrDefault("VIRTUAL_ENV", "");
        if (!virtual.isEmpty()) {
            Path python = Path.of(virtual, "bin", "python");
            if (Files.isExecutable(python)) {
                return python;
            }
        }
        Optional<Path> onPath = Executables.find("python3", environment);
        if (onPath.isPresent()) {
            return onPath.get();
        }
        try {
            return bundled.executable();
        } catch (UnavailableException none) {
            throw new UnavailableException(
                    "There is no python3 on the PATH and no active virtual environment, and the CPython that comes with the"
                            + " kit cannot be run (" + none.getMessage().replaceAll("\\.$", "")
                            + "); name one with --python.",
                    none);
        }
    }
}
