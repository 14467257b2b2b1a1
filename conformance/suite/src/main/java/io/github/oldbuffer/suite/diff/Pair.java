package io.github.oldbuffer.suite.diff;

import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.Running;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two implementations that run the same scenarios at the same time. */
final class Pair implements AutoCloseable {

    private final Implementation left;
    private final Implementation right;
    private final ExecutorService beside;

    Pair(Implementation left, Implementation right) {
        this.left = left;
        this.right = right;
        this.beside = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "the other implementation");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** What the two did with one scenario. */
    record Transcripts(Transcript left, Transcript right) {}

    Transcripts run(Scenario scenario) {
        return run(List.of(scenario)).get(0);
    }

    /**
     * Runs a batch on both.
     *
     * @throws RuntimeException what an implementation threw that cannot be used any more
     */
    List<Transcripts> run(List<Scenario> batch) {
        Future<List<Transcript>> other = beside.submit(() -> Running.all(right, batch));
        List<Transcript> ours;
        try {
            ours = Running.all(left, batch);
        } finally {
            // an implementation is for one thread, so nothing may be under way when the caller goes on
            settle(other);
        }
        List<Transcript> theirs = result(other);
        List<Transcripts> pairs = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            pairs.add(new Transcripts(ours.get(i), theirs.get(i)));
        }
        return pairs;
    }

    @Override
    public void close() {
        beside.shutdown();
    }

    private static void settle(Future<?> other) {
        try {
            other.get();
        } catch (ExecutionException told) {
            // whoever asks for the result is told why there is none
            return;
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        }
    }

    private static <T> T result(Future<T> other) {
        try {
            return other.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        }
    }

    private static IllegalStateException interrupted(InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while an implementation was running", stopped);
    }
}
