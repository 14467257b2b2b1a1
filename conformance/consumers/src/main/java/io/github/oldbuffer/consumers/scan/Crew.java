package io.github.oldbuffer.consumers.scan;

import io.github.oldbuffer.consumers.worker.CallException;
import io.github.oldbuffer.consumers.worker.Caller;
import io.github.oldbuffer.consumers.worker.WorkerSetting;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does the same with many things in several processes. */
record Crew(WorkerSetting setting, int workers) {

    /** What is done with one of them. */
    @FunctionalInterface
    interface Work {
        void with(Caller caller, String each) throws IOException;
    }

    void work(List<String> all, Work work) throws CallException, IOException {
        Queue<String> waiting = new ConcurrentLinkedQueue<>(all);
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            List<Future<?>> started = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                started.add(threads.submit(() -> {
                    try (Caller caller = Caller.start(setting)) {
                        for (String each = waiting.poll(); each != null; each = waiting.poll()) {
                            work.with(caller, each);
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> one : started) {
                one.get();
            }
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof CallException unusable) {
                throw unusable;
            }
            throw new IOException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } finally {
            threads.shutdownNow();
        }
    }
}
