package io.github.oldbuffer.probe;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A folder on the class path, in a jar or on disk.
 *
 * @param jar the jar or, where it is none, the folder itself
 * @param inside the path in the jar, or {@code null} where there is no jar
 */
public record ResourceFolder(Path jar, String inside) {

    /** The folder of that name, such as {@code org/bytedeco/cpython/linux-x86_64}; empty if it is not there. */
    public static Optional<ResourceFolder> find(ClassLoader loader, String name) throws IOException {
        URL url = loader.getResource(name);
        if (url == null) {
            return Optional.empty();
        }
        try {
            if (url.getProtocol().equals("file")) {
                return Optional.of(new ResourceFolder(Path.of(url.toURI()), null));
            }
            String text = url.getPath();
            int end = text.lastIndexOf("!/");
            if (!url.getProtocol().equals("jar") || end < 0) {
                throw new IOException("cannot list the folder " + url);
            }
            return Optional.of(new ResourceFolder(Path.of(new URI(text.substring(0, end))), name));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new IOException("cannot list the folder " + url, e);
        }
    }

    /**
     * Copies files out of the folder.
     *
     * @param target where to; need not exist
     * @param wanted told the path of a file or folder relative to this folder, with slashes; where it says no to a
     *     folder, nothing in it is copied
     */
    public void copyTo(Path target, Predicate<String> wanted) throws IOException {
        visit(folder -> copy(folder, target, wanted));
    }

    /** The text of each file that lies directly in the folder, by its name. */
    public SortedMap<String, String> texts() throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        visit(folder -> {
            for (Path child : children(folder)) {
                if (!Files.isDirectory(child)) {
                    texts.put(child.getFileName().toString(), Files.readString(child));
                }
            }
        });
        return texts;
    }

    /** The file that tells one version of the folder's content from another. */
    public Path origin() {
        return jar;
    }

    @FunctionalInterface
    private interface Visitor {
        void visit(Path folder) throws IOException;
    }

    private void visit(Visitor visitor) throws IOException {
        if (inside == null) {
            visitor.visit(jar);
            return;
        }
        try (FileSystem files = FileSystems.newFileSystem(jar, Map.of())) {
            visitor.visit(files.getPath(inside));
        }
    }

    private static void copy(Path source, Path target, Predicate<String> wanted) throws IOException {
        Files.createDirectories(target);
        for (Path child : children(source)) {
            copyChild(child, target, wanted);
        }
    }

    private static void copyChild(Path child, Path target, Predicate<String> wanted) throws IOException {
        String name = child.getFileName().toString().replace("/", "");
        if (!wanted.test(name)) {
            return;
        }
        if (Files.isDirectory(child)) {
            copy(child, target.resolve(name), inner -> wanted.test(name + "/" + inner));
        } else {
            Files.copy(child, target.resolve(name));
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }
}
