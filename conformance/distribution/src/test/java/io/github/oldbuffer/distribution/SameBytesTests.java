package io.github.oldbuffer.distribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same files give the same archives, whenever, wherever and in whichever order they were made. */
class SameBytesTests {

    private static final Instant TIME = Instant.parse("2026-11-22T00:00:00Z");

    @TempDir
    private Path temporary;

    private Path tree(String name, long day, List<String> order) throws IOException {
        Path tree = Files.createDirectories(temporary.resolve(name).resolve("kit"));
        for (String file : order) {
            Path path = tree.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, "of " + file);
            Files.setLastModifiedTime(path, FileTime.from(Instant.ofEpochSecond(day * 86_400)));
        }
        Files.setPosixFilePermissions(tree.resolve("bin/run"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(
                tree.resolve("a"), PosixFilePermissions.fromString(day % 2 == 0 ? "rw-------" : "rw-rw-r--"));
        Files.createSymbolicLink(tree.resolve("link"), Path.of("a"));
        return tree;
    }

    @Test
    void archives_and_wheels_of_two_builds_are_the_same() throws IOException {
        Path first = tree("first", 100, List.of("a", "bin/run", "z/y"));
        Path second = tree("second", 201, List.of("z/y", "bin/run", "a"));
        assertArrayEquals(archive(first), archive(second));
        assertArrayEquals(wheel(first), wheel(second));
    }

    private static byte[] archive(Path kit) throws IOException {
        return Files.readAllBytes(Tarball.write(kit.getParent(), "kit", TIME, kit.resolveSibling("kit.tar.gz")));
    }

    private static byte[] wheel(Path kit) throws IOException {
        Path file = kit.resolveSibling("kit.whl");
        try (WheelFile wheel = new WheelFile(file, TIME)) {
            for (Path each : Folders.all(kit)) {
                if (Files.isRegularFile(each)) {
                    wheel.add(kit.relativize(each).toString(), each);
                }
            }
            wheel.record("RECORD");
        }
        return Files.readAllBytes(file);
    }

    @Test
    void a_folder_that_is_no_jdk_is_refused() {
        IOException refused = assertThrows(IOException.class, () -> JdkChoice.of(temporary.toString()));
        assertEquals("packed.jdk is " + temporary + ", which is no JDK with a jlink.", refused.getMessage());
    }
}
