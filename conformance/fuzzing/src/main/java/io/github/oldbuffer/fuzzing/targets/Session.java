package io.github.oldbuffer.fuzzing.targets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Where a fuzzing process leaves what it met: files of its campaign, or an error where there is no campaign. */
final class Session {

    private static final long MILLIS_BETWEEN_LOOKS = 500;
    private static final int ORPHANED = 75;

    private final Optional<FileChannel> leads;
    private final StateFile state;
    private final Set<String> met = new HashSet<>();
    private final Avoidance avoidance;

    private Session(Optional<FileChannel> leads, StateFile state, Avoidance avoidance) {
        this.leads = leads;
        this.state = state;
        this.avoidance = avoidance;
    }

    static Session of(Settings settings) {
        try {
            if (settings.session().isEmpty()) {
                Path file = Files.createTempFile("oldbuffer-fuzz-", ".state");
                StateFile state = StateFile.open(file);
                Files.delete(file);
                return new Session(Optional.empty(), state, new Avoidance());
            }
            endWithParent();
            Path folder = settings.session().get();
            FileChannel leads = FileChannel.open(
                    folder.resolve("leads-" + settings.number() + ".jsonl"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            return new Session(
                    Optional.of(leads),
                    StateFile.open(folder.resolve("state-" + settings.number())),
                    Avoidance.of(folder));
        } catch (IOException unusable) {
            throw new UncheckedIOException("the campaign's folder cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    StateFile state() {
        return state;
    }

    Avoidance avoidance() {
        return avoidance;
    }

    /**
     * Leaves a lead, each key once; what is written survives a death of this process at once.
     *
     * @throws AssertionError with the reason, where no campaign would look at leads
     */
    void leave(Lead lead, String reason) {
        if (!met.add(lead.key())) {
            return;
        }
        if (leads.isEmpty()) {
            throw new AssertionError(lead.clause() + ": " + lead.symptom() + ": " + reason);
        }
        try {
            leads.get().write(ByteBuffer.wrap((lead.line() + "\n").getBytes(StandardCharsets.UTF_8)));
        } catch (IOException unwritten) {
            throw new UncheckedIOException("a lead could not be written: " + unwritten.getMessage(), unwritten);
        }
    }

    /** No process outlives its campaign, even one that was killed. */
    private static void endWithParent() {
        ProcessHandle.current().parent().ifPresent(parent -> {
            Thread thread = new Thread(
                    () -> {
                        try {
                            while (parent.isAlive()) {
                                Thread.sleep(MILLIS_BETWEEN_LOOKS);
                            }
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                        Runtime.getRuntime().halt(ORPHANED);
                    },
                    "oldbuffer-parent-watch");
            thread.setDaemon(true);
            thread.start();
        });
    }
}
