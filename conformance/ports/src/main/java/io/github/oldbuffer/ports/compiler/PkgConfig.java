package io.github.oldbuffer.ports.compiler;

import io.github.oldbuffer.probe.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What {@code pkg-config} says about libraries that a port needs. */
public final class PkgConfig {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private PkgConfig() {}

    /**
     * The flags for libraries.
     *
     * @param names as {@code pkg-config} knows them; may be empty
     * @throws PortException where it does not know one, or is not there
     */
    public static CompilerFlags flags(List<String> names) throws PortException {
        if (names.isEmpty()) {
            return CompilerFlags.none();
        }
        List<String> words = new ArrayList<>(List.of("pkg-config", "--cflags", "--libs", "--"));
        words.addAll(names);
        try {
            Command.Result result = Command.run(words, LIMIT);
            if (result.status() != 0) {
                throw new PortException("pkg-config does not know " + String.join(", ", names) + ": "
                        + result.errors()
                                .strip()
                                .lines()
                                .reduce((first, last) -> last)
                                .orElse("it says nothing"));
            }
            return CompilerFlags.of(ShellWords.of(result.output()), Path.of(""));
        } catch (IOException e) {
            throw new PortException(
                    "pkg-config cannot be run (Debian: apt-get install pkg-config): " + e.getMessage() + ".", e);
        }
    }
}
