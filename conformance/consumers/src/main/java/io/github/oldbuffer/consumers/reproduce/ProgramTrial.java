package io.github.oldbuffer.consumers.reproduce;

import io.github.oldbuffer.probe.Command;
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
 */
public record ProgramTrial(Path python, List<String> wrapper) {

    private static final int TIMES = 3;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int FOUND = 1;

    /** Whether it ends with 1 every time. */
    public boolean shows(Map<String, String> files) throws IOException {
        Path folder = Files.createTempDirectory("oldbuffer-program");
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
            List<String> words = new ArrayList<>(wrapper);
            words.addAll(List.of(python.toString(), folder.resolve("repro.py").toString()));
            for (int i = 0; i < TIMES; i++) {
                if (Command.run(words, LIMIT).status() != FOUND) {
                    return false;
                }
            }
            return true;
        } finally {
            for (String name : files.keySet()) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.deleteIfExists(folder);
        }
    }
}
