package io.github.oldbuffer.suite;

import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * An implementation whose workers are killed from outside, at moments and with signals that a seed decides: some batches
 * are disturbed a little after they were begun.
 */
final class WorkerKiller implements Implementation {

    private final Implementation implementation;
    private final Random random;
    private final int oneIn;
    private final int latestMicros;
    private final Process shell;
    private final OutputStream orders;
    private int kills;

    /**
     * @param oneIn how many batches there are to one that is disturbed
     * @param latestMicros how long after its begin a batch is disturbed, at most, in microseconds
     */
    WorkerKiller(Implementation implementation, long seed, int oneIn, int latestMicros) throws IOException {
        this.implementation = implementation;
        this.random = new Random(seed);
        this.oneIn = oneIn;
        this.latestMicros = latestMicros;
        // a shell that is there already kills sooner than a program that has to be started
        this.shell = new ProcessBuilder("sh", "-c", "while read signal pid; do kill -$signal $pid 2>/dev/null; done")
                .start();
        this.orders = shell.getOutputStream();
    }

    /** How many workers were killed. */
    int kills() {
        return kills;
    }

    @Override
    public Identity identity() {
        return implementation.identity();
    }

    @Override
    public List<Transcript> run(List<Scenario> batch) {
        if (random.nextInt(oneIn) > 0) {
            return implementation.run(batch);
        }
        int micros = random.nextInt(latestMicros);
        int chosen = random.nextInt(100);
        String signal = random.nextBoolean() ? "KILL" : "SEGV";
        CompletableFuture<Void> killed = CompletableFuture.runAsync(() -> kill(micros, chosen, signal));
        List<Transcript> transcripts = implementation.run(batch);
        killed.join();
        return transcripts;
    }

    @Override
    public void restart() {
        implementation.restart();
    }

    @Override
    public void close() {
        shell.destroy();
        implementation.close();
    }

    private void kill(int micros, int chosen, String signal) {
        try {
            TimeUnit.MICROSECONDS.sleep(micros);
            List<ProcessHandle> workers = ProcessHandle.current()
                    .children()
                    .filter(child -> child.info().commandLine().orElse("").contains("WorkerMain"))
                    .toList();
            if (!workers.isEmpty()) {
                long pid = workers.get(chosen % workers.size()).pid();
                orders.write((signal + " " + pid + "\n").getBytes(StandardCharsets.US_ASCII));
                orders.flush();
                kills++;
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
