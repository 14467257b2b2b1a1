package io.github.oldbuffer.fuzzing.targets;

import io.github.oldbuffer.fuzzing.codec.FuzzCodec;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.suite.search.DeathBudget;
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
public final class Session {

    private static final long MILLIS_BETWEEN_LOOKS = 500;
    private static final int ORPHANED = 75;
    /** The file of a session in which calls that killed its processes are noted. */
    public static final String DEATHS = "deaths.txt";

    private final Optional<FileChannel> leads;
    private final StateFile state;
    private final Set<String> met = new HashSet<>();
    private final DeathBudget deaths;

    private Session(Optional<FileChannel> leads, StateFile state, DeathBudget deaths) {
        this.leads = leads;
        this.state = state;
        this.deaths = deaths;
    }

    static Session of(Settings settings) {
        try {
            if (settings.session().isEmpty()) {
                Path file = Files.createTempFile("oldbuffer-fuzz-", ".state");
                StateFile state = StateFile.open(file);
                Files.delete(file);
                return new Session(Optional.empty(), state, new DeathBudget());
            }
            endWithParent();
            Path folder = settings.session().get();
            FileChannel leads = FileChannel.open(
                    folder.resolve("leads-" + settings.number() + ".jsonl"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            return new Session(
                    Optional.of(leads), StateFile.open(folder.resolve("state-" + settings.number())), deaths(folder));
        } catch (IOException unusable) {
            throw new UncheckedIOException("the campaign's folder cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    /** The scenario that an input stands for; empty where it stands for none, or for one that has killed often enough. */
    Optional<Scenario> begin(byte[] input) {
        state.increment(StateFile.Count.EXECUTIONS);
        Optional<Scenario> decoded = FuzzCodec.decode(input);
        if (decoded.isEmpty()) {
            state.increment(StateFile.Count.REJECTED);
        } else if (deaths.leavesOut(decoded.get())) {
            state.increment(StateFile.Count.AVOIDED);
            return Optional.empty();
        }
        return decoded;
    }

    StateFile state() {
        return state;
    }

    DeathBudget deaths() {
        return deaths;
    }

    /** Deaths of earlier processes of the session, which the campaign notes there. */
    private static DeathBudget deaths(Path folder) throws IOException {
        DeathBudget deaths = new DeathBudget();
        Path file = folder.resolve(DEATHS);
        if (Files.exists(file)) {
            Files.readAllLines(file).forEach(call -> deaths.add(call, 1));
        }
        return deaths;
    }

    /**
     * Leaves an input for the campaign to look at, each key once; what is written survives a death of this process at once.
     *
     * @throws AssertionError with the reason, where no campaign would look at leads
     */
    void leave(Lead lead, String reason) {
        if (!met.add(lead.key())) {
            return;
        }
        if (leads.isEmpty()) {
            throw new AssertionError(lead.key() + ": " + reason);
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
