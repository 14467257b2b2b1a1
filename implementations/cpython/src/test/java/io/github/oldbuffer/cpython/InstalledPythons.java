package io.github.oldbuffer.cpython;

import io.github.oldbuffer.probe.Command;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The interpreters of this machine: those in {@code $OLDBUFFER_PYTHONS}, else those that pyenv knows. */
final class InstalledPythons {

    private InstalledPythons() {}

    /** Executables, none where neither source names any; 2.x is left out. */
    static List<Path> find() throws IOException {
        String named = System.getenv().getOrDefault("OLDBUFFER_PYTHONS", "");
        if (!named.isEmpty()) {
            return Stream.of(named.split(File.pathSeparator)).map(Path::of).toList();
        }
        Path versions = pyenv().resolve("versions");
        if (!Files.isDirectory(versions)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(versions)) {
            return folders.map(folder -> folder.resolve("bin/python3"))
                    .filter(Files::isExecutable)
                    .sorted()
                    .toList();
        }
    }

    private static Path pyenv() {
        try {
            Command.Result root = Command.run(List.of("pyenv", "root"), Duration.ofSeconds(30));
            return Path.of(root.output().strip());
        } catch (IOException e) {
            // no pyenv on this machine: a folder that does not exist
            return Path.of("no-pyenv");
        }
    }
}
