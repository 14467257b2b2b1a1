package io.github.oldbuffer.commandline.journal;

import io.github.oldbuffer.consumers.scan.Looked;
import io.github.oldbuffer.consumers.scan.Scan;
import io.github.oldbuffer.consumers.scan.ScanMemory;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The journal of a scan, in the folder of its report, under the name that the journal of a run has: it grows by a line
 * with each function that was looked at.
 */
public final class ScanJournal implements ScanMemory, AutoCloseable {

    private final LockedLines lines;
    private final ScanHeader header;
    private final Optional<Scan.Targets> targets;
    private final Map<String, Looked> past;
    private volatile boolean empty;

    private ScanJournal(
            LockedLines lines, ScanHeader header, Optional<Scan.Targets> targets, Map<String, Looked> past) {
        this.lines = lines;
        this.header = header;
        this.targets = targets;
        this.past = Map.copyOf(past);
        this.empty = past.values().stream().allMatch(looked -> looked.calls().isEmpty());
    }

    /**
     * Begins the journal of a new scan; one that was there is given up.
     *
     * @throws JournalException where it cannot be written, or another run is writing there
     */
    public static ScanJournal begin(Path folder, ScanHeader header) throws JournalException {
        LockedLines lines = LockedLines.begin(folder.resolve(JournalFile.NAME));
        lines.append(ScanJournalLines.header(header));
        return new ScanJournal(lines, header, Optional.empty(), Map.of());
    }

    /**
     * Opens the journal of a scan that was interrupted, to go on with it.
     *
     * @throws JournalException where there is none, it is damaged, or its scan is still under way
     */
    public static ScanJournal resume(Path folder) throws JournalException {
        Path file = folder.resolve(JournalFile.NAME);
        LockedLines lines = LockedLines.resume(file);
        int number = 1;
        try {
            List<String> past = lines.past();
            ScanHeader header = ScanJournalLines.readHeader(past.get(0));
            Optional<Scan.Targets> targets = Optional.empty();
            Map<String, Looked> looked = new HashMap<>();
            for (String line : past.subList(1, past.size())) {
                number++;
                if (targets.isEmpty()) {
                    targets = Optional.of(ScanJournalLines.readTargets(line));
                } else {
                    Looked one = ScanJournalLines.readLooked(line);
                    looked.put(one.target(), one);
                }
            }
            return new ScanJournal(lines, header, targets, looked);
        } catch (JournalException e) {
            lines.close();
            throw new JournalException(file + ": line " + number + ": " + e.getMessage(), e);
        }
    }

    public ScanHeader header() {
        return header;
    }

    /**
     * Says what there is to look at.
     *
     * @throws JournalException where it is not what it was when the scan was interrupted
     */
    public void targets(Scan.Targets found) throws JournalException {
        if (targets.isEmpty()) {
            lines.append(ScanJournalLines.targets(found));
            return;
        }
        Scan.Targets before = targets.get();
        for (Map.Entry<String, String> file : found.files().entrySet()) {
            String was = before.files().getOrDefault(file.getKey(), "not there");
            if (!was.equals(file.getValue())) {
                throw new JournalException("the module " + file.getKey() + " was " + words(was)
                        + " when the scan began and is " + words(file.getValue()) + " now; start the scan anew");
            }
        }
        if (!before.equals(found)) {
            throw new JournalException(
                    "the modules have other functions than when the scan began; start the scan anew");
        }
    }

    private static String words(String file) {
        return file.isEmpty() ? "in the interpreter" : file;
    }

    @Override
    public Optional<Looked> past(String target) {
        return Optional.ofNullable(past.get(target));
    }

    @Override
    public void add(Looked looked) {
        empty &= looked.calls().isEmpty();
        lines.append(ScanJournalLines.looked(header, looked));
    }

    /** Whether nothing was found that takes memory. */
    public boolean isEmpty() {
        return empty;
    }

    /** Takes nothing any more: workers die of the signal that ends this process, too. */
    public void stop() {
        lines.stop();
    }

    /** Ends a scan that is complete: nothing is left to resume. */
    public void delete() throws JournalException {
        lines.delete();
    }

    /** Why the journal lacks something, where it does: the scan goes on, but cannot be resumed from there. */
    public Optional<String> problem() {
        return lines.problem();
    }

    /** Lets go of the file, and leaves it where it is. */
    @Override
    public void close() {
        lines.close();
    }
}
