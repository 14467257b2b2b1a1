package io.github.oldbuffer.ports.alone;

import io.github.oldbuffer.ports.text.ProjectRoot;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The headers of the project that a source belongs to, wherever they lie in it. */
final class ProjectFiles {

    /** Most files that are looked at; larger projects tell where their headers are. */
    private static final int MOST = 50_000;

    private final Path root;
    private Map<String, List<Path>> named;

    private ProjectFiles(Path root) {
        this.root = root;
    }

    static ProjectFiles around(Path source) {
        return new ProjectFiles(ProjectRoot.of(source));
    }

    boolean contains(Path folder) {
        return folder.normalize().startsWith(root);
    }

    /** What a source includes, beside it or anywhere in the project; empty where there is none, or no single one. */
    Optional<Path> header(Path includer, String name) {
        Path beside = includer.resolveSibling(name).normalize();
        if (Files.isRegularFile(beside)) {
            return Optional.of(beside);
        }
        Path last = Path.of(name).getFileName();
        List<Path> all = last == null
                ? List.of()
                : named().getOrDefault(last.toString(), List.of()).stream()
                        .filter(path -> path.endsWith(Path.of(name).normalize()))
                        .toList();
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    private Map<String, List<Path>> named() {
        if (named == null) {
            named = new HashMap<>();
            try {
                Files.walkFileTree(root, new Collector());
            } catch (IOException unreadable) {
                return named;
            }
        }
        return named;
    }

    private final class Collector extends SimpleFileVisitor<Path> {
        private int seen;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString();
            if (name.matches(".*\\.(h|hh|hpp|hxx|inc|c)")) {
                named.computeIfAbsent(name, each -> new ArrayList<>()).add(file);
            }
            return ++seen > MOST ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failed) {
            return FileVisitResult.CONTINUE;
        }
    }
}
