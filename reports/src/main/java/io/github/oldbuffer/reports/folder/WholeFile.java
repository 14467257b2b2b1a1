package io.github.oldbuffer.reports.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes files whole or not at all: a reader never sees half of one, nor does anyone after a crash. */
public final class WholeFile {

    private WholeFile() {}

    /** Replaces the file, or what a link leads to, or leaves it as it was where writing fails. */
    public static void write(Path file, String text) throws IOException {
        // a link stays one
        Path whole = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        // results may hold half a surrogate pair, which is no reason to write nothing: it becomes a question mark
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (Files.exists(whole) && !Files.isRegularFile(whole) && !Files.isDirectory(whole)) {
            // a device or a pipe is written to: a rename would put a file in its place
            Files.write(whole, bytes, StandardOpenOption.WRITE);
            return;
        }
        // a name of its own for each writer, beside the file: only a rename within one file system is atomic
        Path draft = whole.resolveSibling("." + whole.getFileName() + "."
                + ProcessHandle.current().pid() + "." + Thread.currentThread().getId());
        try {
            // not createTempFile, which hides the file from everybody else
            Files.write(
                    draft,
                    bytes,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE);
            Files.move(draft, whole, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
