package io.github.oldbuffer.ports.compiler;

import io.github.oldbuffer.probe.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The functions that a shared library exports. */
public final class Symbols {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private Symbols() {}

    /** @throws PortException where the file is no library, or {@code nm} is not there to ask */
    public static Set<String> of(Path library) throws PortException {
        boolean mac =
                System.getProperty("os.name").toLowerCase(java.util.Locale.ROOT).startsWith("mac");
        List<String> words = mac
                ? List.of("nm", "-gU", library.toString())
                : List.of("nm", "-D", "--defined-only", library.toString());
        try {
            Command.Result result = Command.run(words, LIMIT);
            if (result.status() != 0) {
                throw new PortException(library + " is no shared library that can be loaded: "
                        + result.errors().lines().findFirst().orElse("nm ended with status " + result.status()));
            }
            return result.output()
                    .lines()
                    .map(line -> line.strip().split("\\s+"))
                    .filter(words3 -> words3.length == 3 && "TWi".contains(words3[1]))
                    .map(words3 -> mac && words3[2].startsWith("_") ? words3[2].substring(1) : words3[2])
                    // a version may follow the name
                    .map(name -> name.split("@", 2)[0])
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new PortException(
                    "The functions of " + library + " cannot be listed: " + e.getMessage()
                            + " (nm comes with the C compiler; Debian: apt-get install binutils).",
                    e);
        }
    }
}
