package io.github.oldbuffer.commandline.ci;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Values that somebody might give to a job, hoping that a shell runs them. */
final class HostileInput {

    static final List<String> VALUES = List.of(
            "model; touch pwned",
            "model\"; touch pwned; \"",
            "model'; touch pwned; '",
            "$(touch pwned)",
            "`touch pwned`",
            "model && touch pwned",
            "model | touch pwned",
            "model\ntouch pwned",
            "--help",
            "two words",
            "*",
            "${IFS}touch${IFS}pwned");

    private HostileInput() {}

    static void assertNotRun(Path workspace) throws IOException {
        try (Stream<Path> files = Files.walk(workspace)) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.getFileName().toString().equals("pwned"))
                            .toList());
        }
    }
}
