package io.github.oldbuffer.consumers.reproduce;

import io.github.oldbuffer.probe.Command;
import io.github.oldbuffer.probe.TimeLimitException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs the program of a finding: a death that memory brings about which nobody guards may stay out the next time.
 *
 * @param python the interpreter
 * @param wrapper words in front of those that start it, such as those of a sandbox
 * @param limit for each time
 */
public record ProgramTrial(Path python, List<String> wrapper, Duration limit) {

    private static final int TIMES = 3;
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int FOUND = 1;

    public ProgramTrial(Path python, List<String> wrapper) {
        this(python, wrapper, LIMIT);
    }

    /** Whether it ends with 1 every time. One that does not end shows nothing. */
    public boolean shows(Map<String, String> files) throws IOException {
        Path folder = Files.createTempDirectory("oldbuffer-program");
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
            List<String> words = new ArrayList<>(wrapper);
            words.addAll(List.of(python.toString(), folder.resolve("repro.py").toString()));
            for (int i = 0; i < TIMES; i++) {
                if (Command.run(words, limit).status() != FOUND) {
                    return false;
                }
            }
            return true;
        } catch (TimeLimitException endless) {
            return false;
        } finally {
            for (String name : files.keySet()) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.deleteIfExists(folder);
        }
    }
}
