package io.github.oldbuffer.commandline.ci;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A folder that stands for a checkout of the kit: what jobs of CI systems run of it, and a {@code conform} that starts
 * the classes under test instead of building them a second time.
 */
final class KitFolder {

    static final Path REPOSITORY = Path.of("..", "..").toAbsolutePath().normalize();

    private KitFolder() {}

    static Path in(Path folder) throws IOException {
        Path judge = folder.resolve(".ci").resolve("judge");
        Files.createDirectories(judge.getParent());
        Files.copy(REPOSITORY.resolve(".ci").resolve("judge"), judge);
        Files.copy(REPOSITORY.resolve(".ci").resolve("fetch"), judge.resolveSibling("fetch"));
        Path conform = Files.writeString(
                folder.resolve("conform"),
                String.join(
                        " ",
                        "#!/usr/bin/env bash\nexec",
                        quoted(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp",
                        quoted(System.getProperty("java.class.path")),
                        "io.github.oldbuffer.commandline.Conform \"$@\"\n"));
        Files.setPosixFilePermissions(conform, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder;
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
