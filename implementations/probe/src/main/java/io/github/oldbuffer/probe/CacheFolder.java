package io.github.oldbuffer.probe;

import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;

/**
 * Where things are kept that take long to make: compiled probes, the unpacked Python.
 *
 * <p>An entry appears whole or not at all, whatever other processes do at the same time: it is made under another name
 * and then renamed. A name says what made the entry, so that entries never change.
 */
public final class CacheFolder {

    private final Path folder;

    public CacheFolder(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /**
     * The user's cache: {@code $OLDBUFFER_CACHE}, else {@code oldbuffer} in {@code $XDG_CACHE_HOME}, else
     * {@code .cache/oldbuffer} in the home folder.
     *
     * @param environment as {@link System#getenv()} gives it
     */
    public static CacheFolder ofUser(Map<String, String> environment) {
        String own = environment.getOrDefault("OLDBUFFER_CACHE", "");
        if (!own.isEmpty()) {
            return new CacheFolder(Path.of(own));
        }
        String shared = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path caches = shared.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(shared);
        return new CacheFolder(caches.resolve("oldbuffer"));
    }

    /** Makes the content of an entry. */
    @FunctionalInterface
    public interface Maker {

        /**
         * @param place a path where nothing is yet; a file or a folder is to be made there
         */
        void make(Path place) throws IOException, UnavailableException;
    }

    /**
     * The entry of that name, made now if it is not there.
     *
     * @throws UnavailableException where the maker says so, or the cache cannot be written
     */
    public Path entry(String name, Maker maker) throws UnavailableException {
        Path entry = folder.resolve(name);
        if (Files.exists(entry)) {
            return entry;
        }
        try {
            Files.createDirectories(folder);
            Path making = Files.createTempDirectory(folder, ".making-");
            try {
                Path place = making.resolve(name);
                maker.make(place);
                publish(place, entry);
            } finally {
                delete(making);
            }
            return entry;
        } catch (IOException e) {
            throw new UnavailableException(
                    "The cache " + folder + " cannot be written (" + e
                            + "); set OLDBUFFER_CACHE to a folder that can be.",
                    e);
        }
    }

    private static void publish(Path place, Path entry) throws IOException {
        try {
            Files.move(place, entry, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // a folder cannot replace another: somebody else has published the same entry in the meantime
            if (!Files.exists(entry)) {
                throw e;
            }
        }
    }

    private static void delete(Path tree) throws IOException {
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
