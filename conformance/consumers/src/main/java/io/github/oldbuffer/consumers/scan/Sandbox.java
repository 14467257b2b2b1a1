package io.github.oldbuffer.consumers.scan;

import io.github.oldbuffer.probe.Command;
import io.github.oldbuffer.probe.ProbeCompiler;
import io.github.oldbuffer.probe.ResourceFolder;
import io.github.oldbuffer.process.Executables;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A place for functions of which nothing is known: namespaces of the kit's own, else bubblewrap. */
public final class Sandbox {

    /** Its file. */
    public static final String PROGRAM = "oldbuffer-sandbox";

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Sandbox() {}

    /**
     * The words in front of a command that is to do no harm.
     *
     * @param environment as {@link System#getenv()} gives it
     * @throws UnavailableException where this machine has no such place
     */
    public static List<String> words(Map<String, String> environment) throws UnavailableException {
        List<String> own = own();
        Optional<String> why = problem(own);
        if (why.isEmpty()) {
            return own;
        }
        Optional<Path> bubblewrap = Executables.find("bwrap", environment);
        if (bubblewrap.isPresent()) {
            List<String> words = bubblewrap(bubblewrap.get());
            if (problem(words).isEmpty()) {
                return words;
            }
        }
        throw new UnavailableException("Unknown functions are called in a sandbox, which cannot be had here ("
                + why.get()
                + (bubblewrap.isPresent() ? ", and bubblewrap does not run" : ", and there is no bubblewrap")
                + "); --no-sandbox calls them without.");
    }

    private static List<String> own() throws UnavailableException {
        return List.of(program(ProbeCompiler.ofUser()).toString());
    }

    /** The kit's own sandbox, compiled or as it was packed. */
    public static Path program(ProbeCompiler compiler) throws UnavailableException {
        try {
            return compiler.program(
                    PROGRAM,
                    ResourceFolder.find(Sandbox.class.getClassLoader(), "consumer-sandbox")
                            .orElseThrow(() -> new IOException("it is not on the class path"))
                            .texts());
        } catch (IOException e) {
            throw new UnavailableException("The source of the sandbox cannot be read: " + e + ".", e);
        }
    }

    private static List<String> bubblewrap(Path program) {
        return List.of(
                program.toString(),
                "--unshare-all",
                "--die-with-parent",
                "--new-session",
                "--ro-bind",
                "/",
                "/",
                "--dev",
                "/dev",
                "--proc",
                "/proc",
                "--tmpfs",
                "/dev/shm",
                "--setenv",
                "TMPDIR",
                "/dev/shm",
                "--setenv",
                "HOME",
                "/dev/shm",
                "--chdir",
                "/dev/shm",
                "--uid",
                "65534",
                "--gid",
                "65534",
                "/bin/sh",
                "-c",
                "ulimit -v 4194304; ulimit -f 131072; ulimit -n 256; exec \"$@\"",
                "sh");
    }

    /** Why a sandbox does not run; empty where it does. */
    private static Optional<String> problem(List<String> sandbox) {
        List<String> words = new ArrayList<>(sandbox);
        words.addAll(List.of("/bin/sh", "-c", "exit 7"));
        try {
            Command.Result result = Command.run(words, LIMIT);
            return result.status() == 7
                    ? Optional.empty()
                    : Optional.of(result.errors().strip().lines().findFirst().orElse("status " + result.status()));
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
