package io.github.oldbuffer.suite.batch;

import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Keeps an implementation busy: while it runs one batch, the batch before is judged and the one behind is generated.
 *
 * <p>Results arrive in the order of the scenarios, whatever the timing.
 */
public final class Pipeline {

    private Pipeline() {}

    /** Takes a batch and what the implementation made of it, transcript by scenario. */
    @FunctionalInterface
    public interface Sink {
        void accept(List<Scenario> batch, List<Transcript> transcripts);
    }

    /**
     * Runs every batch and hands each to the sink, all on the calling thread but the implementation itself.
     *
     * @throws RuntimeException what the implementation threw, where it cannot be used any more
     */
    public static void run(Implementation implementation, Iterator<List<Scenario>> batches, Sink sink) {
        ExecutorService runner = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "implementation");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Running before = null;
            while (batches.hasNext()) {
                List<Scenario> batch = batches.next();
                Running running = new Running(batch, runner.submit(() -> implementation.run(batch)));
                if (before != null) {
                    before.into(sink);
                }
                before = running;
            }
            if (before != null) {
                before.into(sink);
            }
        } finally {
            runner.shutdown();
        }
    }

    private record Running(List<Scenario> batch, Future<List<Transcript>> transcripts) {

        void into(Sink sink) {
            try {
                sink.accept(batch, transcripts.get());
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof RuntimeException cause
                        ? cause
                        : new IllegalStateException(failed.getCause());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while an implementation was running", stopped);
            }
        }
    }
}
