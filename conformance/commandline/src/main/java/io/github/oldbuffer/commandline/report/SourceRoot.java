package io.github.oldbuffer.commandline.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Says what a file is called in its repository.
 *
 * @param given the repository's folder; empty for that of the Git repository that the file lies in
 */
public record SourceRoot(Optional<Path> given) {

    /** That of the Git repository that a file lies in. */
    public static SourceRoot ofGit() {
        return new SourceRoot(Optional.empty());
    }

    /**
     * The name of a file relative to the repository, with {@code /} between folders.
     *
     * <p>Of a file in no repository: its path from the current folder where it lies below, and else its bare name.
     *
     * @return empty where there is no such file, or it lies outside of the folder that the user named
     */
    public Optional<String> relative(Path file) {
        return relative(file, file);
    }

    /** The same of a file that belongs to another one: it is named only where it lies in the same repository. */
    public Optional<String> relative(Path file, Path main) {
        Path whole = file.toAbsolutePath().normalize();
        if (!Files.isRegularFile(whole)) {
            return Optional.empty();
        }
        return below(given.orElseGet(() -> root(main.toAbsolutePath().normalize())), whole);
    }

    private static Path root(Path file) {
        Path folder = file.getParent();
        while (folder != null && !Files.exists(folder.resolve(".git"))) {
            folder = folder.getParent();
        }
        if (folder != null) {
            return folder;
        }
        Path current = Path.of("").toAbsolutePath();
        return file.startsWith(current) ? current : file.getParent();
    }

    /** Links may lead to the folder, and to the file; either name of both will do. */
    private static Optional<String> below(Path folder, Path file) {
        Path root = folder.toAbsolutePath().normalize();
        if (file.startsWith(root)) {
            return Optional.of(name(root.relativize(file)));
        }
        try {
            Path realRoot = root.toRealPath();
            Path real = file.toRealPath();
            return real.startsWith(realRoot) ? Optional.of(name(realRoot.relativize(real))) : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static String name(Path relative) {
        return StreamSupport.stream(relative.spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }
}
