package io.github.oldbuffer.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheFolderTests {

    @TempDir
    Path folder;

    @Test
    void anEntryIsMadeOnce() throws UnavailableException, IOException {
        CacheFolder cache = new CacheFolder(folder.resolve("cache"));
        Path first = cache.entry("thing", place -> Files.writeString(place, "made"));
        Path second = cache.entry("thing", place -> {
            throw new IOException("made again");
        });
        assertEquals(first, second);
        assertEquals("made", Files.readString(second));
    }

    @Test
    void whatAFailedMakerLeavesIsNoEntry() throws IOException, UnavailableException {
        CacheFolder cache = new CacheFolder(folder);
        assertThrows(
                UnavailableException.class,
                () -> cache.entry("thing", place -> {
                    Files.createDirectories(place.resolve("half"));
                    throw new UnavailableException("no");
                }));
        assertTrue(isEmpty(folder), "something was left in the cache");
    }

    @Test
    void whoeverPublishesAFolderSecondUsesTheFirst() throws UnavailableException, IOException {
        CacheFolder cache = new CacheFolder(folder);
        Path entry = cache.entry("thing", place -> {
            other(cache);
            Files.writeString(Files.createDirectory(place).resolve("file"), "second");
        });
        assertEquals("first", Files.readString(entry.resolve("file")));
        try (Stream<Path> entries = Files.list(folder)) {
            assertEquals(List.of(entry), entries.toList());
        }
    }

    @Test
    void aCacheThatCannotBeWrittenSaysWhatToDo() throws IOException {
        CacheFolder cache = new CacheFolder(Files.writeString(folder.resolve("file"), ""));
        UnavailableException e = assertThrows(
                UnavailableException.class, () -> cache.entry("thing", place -> Files.writeString(place, "")));
        assertTrue(e.getMessage().endsWith("; set OLDBUFFER_CACHE to a folder that can be."), e.getMessage());
    }

    @Test
    void theUsersCacheIsWhereTheEnvironmentSays() throws UnavailableException {
        assertEquals(
                folder.resolve("own/x"), place(Map.of("OLDBUFFER_CACHE", folder + "/own", "XDG_CACHE_HOME", "/x")));
        assertEquals(folder.resolve("oldbuffer/x"), place(Map.of("XDG_CACHE_HOME", folder.toString())));
        assertFalse(folder.resolve("nothing").toFile().exists());
    }

    private static Path place(Map<String, String> environment) throws UnavailableException {
        return CacheFolder.ofUser(environment).entry("x", place -> Files.writeString(place, ""));
    }

    private static void other(CacheFolder cache) throws UnavailableException {
        cache.entry(
                "thing", place -> Files.writeString(Files.createDirectory(place).resolve("file"), "first"));
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
