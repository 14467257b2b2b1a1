package io.github.oldbuffer.ports;

import io.github.oldbuffer.process.WorkerFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What dying processes note about where in a port they were: the offset of an address in its library. Not a value: it
 * keeps the latest note.
 */
public final class DeathNotes {

    private final AtomicReference<String> latest = new AtomicReference<>();

    /** Takes the note of a process from its folder, if it left one. */
    void take(WorkerFolder folder, long pid) throws IOException {
        Path note = folder.path().resolve("death." + pid);
        if (Files.exists(note)) {
            latest.set(Files.readString(note).strip());
            Files.delete(note);
        }
    }

    /** The latest note, which is forgotten. */
    Optional<Long> next() {
        String note = latest.getAndSet(null);
        return note != null && note.matches("[0-9a-f]{1,15}")
                ? Optional.of(Long.parseLong(note, 16))
                : Optional.empty();
    }
}
