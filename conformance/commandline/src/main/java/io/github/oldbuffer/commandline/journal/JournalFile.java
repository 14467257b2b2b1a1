package io.github.oldbuffer.commandline.journal;

import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.suite.RunJournal;
import io.github.oldbuffer.suite.ThemeResult;
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
import java.util.List;
import java.util.Optional;

/**
 * The journal of a run, a file in the folder of its report.
 *
 * <p>It grows by whole lines as properties end, and is there as long as the run is: who finds one that nobody has locked
 * has found a run that was interrupted. Not for use by several threads.
 */
public final class JournalFile implements AutoCloseable {

    /** The file's name in the folder of the report. */
    public static final String NAME = "journal.jsonl";

    private final Path file;
    private final FileChannel channel;
    private final Journal past;
    private IOException unwritten;

    private JournalFile(Path file, FileChannel channel, Journal past) {
        this.file = file;
        this.channel = channel;
        this.past = past;
    }

    /** Whether a folder has the journal of a run that is under way or was interrupted. */
    public static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(NAME));
    }

    /**
     * Begins the journal of a new run; one that was there is given up.
     *
     * @throws JournalException where it cannot be written, or another run is writing there
     */
    public static JournalFile begin(Path folder, JournalHeader header) throws JournalException {
        Path file = folder.resolve(NAME);
        FileChannel channel = open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            channel.truncate(0);
        } catch (IOException e) {
            close(channel);
            throw new JournalException(file + " cannot be written: " + e.getMessage(), e);
        }
        JournalFile journal = new JournalFile(file, channel, new Journal(header, List.of(), List.of(), 0));
        journal.append(JournalLines.header(header));
        return journal;
    }

    /**
     * Opens the journal of a run that was interrupted, to go on with it.
     *
     * @throws JournalException where there is none, it is damaged, or its run is still under way
     */
    public static JournalFile resume(Path folder) throws JournalException {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            throw new JournalException("there is no interrupted run in " + folder + ": it has no " + NAME);
        }
        FileChannel channel = open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            byte[] text = Channels.newInputStream(channel).readAllBytes();
            Optional<Journal> past = JournalText.read(text);
            if (past.isEmpty()) {
                throw new JournalException("the run ended before it began; start it anew");
            }
            channel.truncate(past.get().bytes());
            channel.position(past.get().bytes());
            return new JournalFile(file, channel, past.get());
        } catch (JournalException e) {
            close(channel);
            throw new JournalException(file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            close(channel);
            throw new JournalException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    public JournalHeader header() {
        return past.header();
    }

    /**
     * The part of the journal about one implementation, which has just started.
     *
     * @throws JournalException where it is not what it was when the run was interrupted
     */
    public RunJournal of(Identity implementation) throws JournalException {
        Optional<Identity> before = past.began(implementation.id());
        if (before.isEmpty()) {
            append(JournalLines.began(implementation));
        } else if (!before.get().equals(implementation)) {
            throw new JournalException(implementation.id() + " was " + words(before.get())
                    + " when the run began and is " + words(implementation) + " now; start the run anew");
        }
        return new Part(implementation.id());
    }

    /** Ends a run that is complete: nothing is left to resume. */
    public void delete() throws JournalException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new JournalException(file + " cannot be deleted: " + e.getMessage(), e);
        }
    }

    /** Why the journal lacks something, where it does: the run goes on, but cannot be resumed from there. */
    public Optional<String> problem() {
        return Optional.ofNullable(unwritten)
                .map(e -> file + " could not be written, so the run cannot be resumed: " + e.getMessage());
    }

    /** Lets go of the file, and leaves it where it is. */
    @Override
    public void close() {
        close(channel);
    }

    private void append(String line) {
        if (unwritten != null) {
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

    private static String words(Identity implementation) {
        return implementation.name() + " " + implementation.version();
    }

    private final class Part implements RunJournal {

        private final String implementation;

        private Part(String implementation) {
            this.implementation = implementation;
        }

        @Override
        public Optional<ThemeResult> past(String theme) {
            return past.ended(implementation, theme);
        }

        @Override
        public void add(ThemeResult result) {
            append(JournalLines.ended(new Journal.Ended(implementation, result)));
        }
    }
}
