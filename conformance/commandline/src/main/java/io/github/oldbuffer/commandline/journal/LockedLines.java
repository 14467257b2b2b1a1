package io.github.oldbuffer.commandline.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A journal's file: it grows by whole lines, and nobody else writes to it. For use by several threads. */
final class LockedLines implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;
    private final List<String> past;
    private IOException unwritten;
    private boolean stopped;

    private LockedLines(Path file, FileChannel channel, List<String> past) {
        this.file = file;
        this.channel = channel;
        this.past = List.copyOf(past);
    }

    /** @throws JournalException where it cannot be written, or another run is writing there */
    static LockedLines begin(Path file) throws JournalException {
        FileChannel channel = open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            channel.truncate(0);
            return new LockedLines(file, channel, List.of());
        } catch (IOException e) {
            close(channel);
            throw new JournalException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * Opens what another process left; a last line that was torn off is dropped.
     *
     * @throws JournalException where there is none, there is no line in it, or a run is still writing there
     */
    static LockedLines resume(Path file) throws JournalException {
        if (!Files.isRegularFile(file)) {
            throw new JournalException(
                    "there is no interrupted run in " + file.getParent() + ": it has no " + file.getFileName());
        }
        FileChannel channel = open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            byte[] text = Channels.newInputStream(channel).readAllBytes();
            List<String> lines = new ArrayList<>();
            int whole = 0;
            for (int end = 0; end < text.length; end++) {
                if (text[end] == '\n') {
                    lines.add(new String(text, whole, end - whole, StandardCharsets.UTF_8));
                    whole = end + 1;
                }
            }
            if (lines.isEmpty()) {
                close(channel);
                throw new JournalException(file + ": the run ended before it began; start it anew");
            }
            channel.truncate(whole);
            channel.position(whole);
            return new LockedLines(file, channel, lines);
        } catch (IOException e) {
            close(channel);
            throw new JournalException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Those that were there. */
    List<String> past() {
        return past;
    }

    /** @param line with its end */
    synchronized void append(String line) {
        if (unwritten != null || stopped) {
            return;
        }
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            unwritten = e;
        }
    }

    /** Takes no line any more: the process is about to end, and what is seen from now on may come of that. */
    synchronized void stop() {
        stopped = true;
    }

    /** Why a line is missing, where one is. */
    synchronized Optional<String> problem() {
        return Optional.ofNullable(unwritten)
                .map(e -> file + " could not be written, so the run cannot be resumed: " + e.getMessage());
    }

    void delete() throws JournalException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new JournalException(file + " cannot be deleted: " + e.getMessage(), e);
        }
    }

    /** Lets go of the file, and leaves it where it is. */
    @Override
    public void close() {
        close(channel);
    }

    /** The lock goes with the process, however it ends. */
    private static FileChannel open(Path file, StandardOpenOption... options) throws JournalException {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, options);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException sameProcess) {
            close(channel);
            throw busy(file);
        } catch (IOException e) {
            close(channel);
            throw new JournalException(file + " cannot be written: " + e.getMessage(), e);
        }
        close(channel);
        throw busy(file);
    }

    private static JournalException busy(Path file) {
        return new JournalException(
                "another run is writing to " + file.getParent() + "; wait for its end or choose another --out");
    }

    private static void close(FileChannel channel) {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("a journal could not be closed", e);
        }
    }
}
