package io.github.oldbuffer.commandline.journal;

import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.suite.RunJournal;
import io.github.oldbuffer.suite.ThemeResult;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private final LockedLines lines;
    private final Journal past;

    private JournalFile(LockedLines lines, Journal past) {
        this.lines = lines;
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
        LockedLines lines = LockedLines.begin(folder.resolve(NAME));
        lines.append(JournalLines.header(header));
        return new JournalFile(lines, new Journal(header, List.of(), List.of()));
    }

    /**
     * Opens the journal of a run that was interrupted, to go on with it.
     *
     * @throws JournalException where there is none, it is damaged, or its run is still under way
     */
    public static JournalFile resume(Path folder) throws JournalException {
        Path file = folder.resolve(NAME);
        LockedLines lines = LockedLines.resume(file);
        try {
            return new JournalFile(lines, JournalText.journal(lines.past()));
        } catch (JournalException e) {
            lines.close();
            throw new JournalException(file + ": " + e.getMessage(), e);
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
            lines.append(JournalLines.began(implementation));
        } else if (!before.get().equals(implementation)) {
            throw new JournalException(implementation.id() + " was " + words(before.get())
                    + " when the run began and is " + words(implementation) + " now; start the run anew");
        }
        return new Part(implementation.id());
    }

    /** Ends a run that is complete: nothing is left to resume. */
    public void delete() throws JournalException {
        lines.delete();
    }

    /** Why the journal lacks something, where it does: the run goes on, but cannot be resumed from there. */
    public Optional<String> problem() {
        return lines.problem();
    }

    /** Lets go of the file, and leaves it where it is. */
    @Override
    public void close() {
        lines.close();
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
            lines.append(JournalLines.ended(new Journal.Ended(implementation, result)));
        }
    }
}
