package io.github.oldbuffer.distribution;

import io.github.oldbuffer.probe.Command;
import io.github.oldbuffer.process.interpreter.Interpreter;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The CPythons of this machine that a probe can be compiled for: those of OLDBUFFER_PYTHONS, and those of pyenv. */
final class Interpreters {

    private Interpreters() {}

    static List<Interpreter> ofThisMachine() throws IOException {
        List<Path> executables = new ArrayList<>();
        Stream.of(System.getenv().getOrDefault("OLDBUFFER_PYTHONS", "").split(File.pathSeparator))
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .forEach(executables::add);
        executables.addAll(ofPyenv());
        List<Interpreter> all = new ArrayList<>();
        for (Path executable : executables) {
            try {
                Interpreter interpreter = Interpreter.inspect(executable);
                if (isUsable(interpreter)) {
                    all.add(interpreter);
                }
            } catch (UnavailableException none) {
                System.out.println("No probe is made for " + executable + ": " + none.getMessage());
            }
        }
        return all;
    }

    private static boolean isUsable(Interpreter interpreter) {
        return interpreter.name().equals("cpython")
                && interpreter.version().matches("3\\.([6-9]|\\d\\d)\\..*")
                && !interpreter.soabi().isEmpty()
                && interpreter.hasHeaders();
    }

    private static List<Path> ofPyenv() throws IOException {
        Path versions;
        try {
            Command.Result root = Command.run(List.of("pyenv", "root"), Duration.ofSeconds(30));
            versions = Path.of(root.output().strip(), "versions");
        } catch (IOException noPyenv) {
            return List.of();
        }
        if (!Files.isDirectory(versions)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(versions)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith("3."))
                    .map(folder -> folder.resolve("bin/python3"))
                    .filter(Files::isExecutable)
                    .sorted()
                    .toList();
        }
    }
}
