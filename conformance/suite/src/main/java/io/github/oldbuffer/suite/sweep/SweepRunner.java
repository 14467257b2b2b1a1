package io.github.oldbuffer.suite.sweep;

import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.suite.batch.Pipeline;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs a sweep on several instances of an implementation at once; whoever is done with a block takes the next. */
public final class SweepRunner {
    private static final int BATCH = 1_000;

    private SweepRunner() {}

    /** Looks on; called by several threads. */
    public interface Watcher {
        /** So many more scenarios are judged. */
        void judged(int scenarios);

        /** Whether the sweep shall end with what it has. */
        boolean stopped();
    }

    /**
     * Runs every scenario of a shard, unless it is stopped.
     *
     * @param workers instances of one implementation, at least 1; they are not closed
     * @throws RuntimeException what an implementation threw, where it cannot be used any more
     */
    public static SweepTally run(Sweep sweep, Shard shard, List<Implementation> workers, Watcher watcher) {
        List<Integer> blocks = sweep.blocksOf(shard);
        AtomicInteger next = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(workers.size(), task -> {
            Thread thread = new Thread(task, "sweep");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<CompletableFuture<SweepTally>> parts = new ArrayList<>();
            for (Implementation worker : workers) {
                parts.add(CompletableFuture.supplyAsync(
                        () -> part(worker, new Batches(sweep, blocks, next, watcher), watcher), threads));
            }
            SweepTally whole = new SweepTally();
            parts.forEach(part -> whole.addAll(part.join()));
            return whole;
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        } finally {
            threads.shutdownNow();
        }
    }

    private static SweepTally part(Implementation worker, Iterator<List<Scenario>> batches, Watcher watcher) {
        SweepTally tally = new SweepTally();
        try {
            Pipeline.run(worker, batches, (batch, transcripts) -> {
                tally.judge(batch, transcripts);
                watcher.judged(batch.size());
            });
        } catch (RuntimeException failed) {
            // whatever stops a sweep may have ended its workers too
            if (!watcher.stopped()) {
                throw failed;
            }
        }
        return tally;
    }

    /** The batches of one worker, out of blocks that all of them share. */
    private static final class Batches implements Iterator<List<Scenario>> {
        private final Sweep sweep;
        private final List<Integer> blocks;
        private final AtomicInteger taken;
        private final Watcher watcher;
        private Iterator<Scenario> block = List.<Scenario>of().iterator();

        private Batches(Sweep sweep, List<Integer> blocks, AtomicInteger taken, Watcher watcher) {
            this.sweep = sweep;
            this.blocks = blocks;
            this.taken = taken;
            this.watcher = watcher;
        }

        @Override
        public boolean hasNext() {
            if (watcher.stopped()) {
                return false;
            }
            while (!block.hasNext()) {
                int number = taken.getAndIncrement();
                if (number >= blocks.size()) {
                    return false;
                }
                block = sweep.scenarios(blocks.get(number)).iterator();
            }
            return true;
        }

        @Override
        public List<Scenario> next() {
            if (!block.hasNext() && !hasNext()) {
                throw new NoSuchElementException("all blocks are taken");
            }
            List<Scenario> batch = new ArrayList<>(BATCH);
            while (batch.size() < BATCH && (block.hasNext() || hasNext())) {
                batch.add(block.next());
            }
            return batch;
        }
    }
}
