package io.github.oldbuffer.suite.sweep;

import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.suite.search.DeathBudget;
import io.github.oldbuffer.suite.search.Judged;
import io.github.oldbuffer.suite.search.Search;
import io.github.oldbuffer.suite.search.Tally;
import io.github.oldbuffer.suite.search.Try;
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

    private static final int LARGEST_BATCH = 1_024;

    private SweepRunner() {}

    /**
     * Runs every scenario of a shard, unless it is stopped.
     *
     * @param workers instances of one implementation, at least 1; they are not closed
     * @param watcher looks on; called by several threads
     * @throws RuntimeException what an implementation threw, where it cannot be used any more
     */
    public static Tally run(Sweep sweep, Shard shard, List<Implementation> workers, Search.Watcher watcher) {
        List<Integer> blocks = sweep.blocksOf(shard);
        AtomicInteger next = new AtomicInteger();
        DeathBudget deaths = new DeathBudget();
        ExecutorService threads = Executors.newFixedThreadPool(workers.size(), task -> {
            Thread thread = new Thread(task, "sweep");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<CompletableFuture<Tally>> parts = new ArrayList<>();
            for (Implementation worker : workers) {
                Search search = new Search(Judged.byEveryClause(worker), LARGEST_BATCH, deaths, watcher);
                parts.add(CompletableFuture.supplyAsync(() -> part(search, new Blocks(sweep, blocks, next)), threads));
            }
            Tally whole = new Tally();
            parts.forEach(part -> whole.addAll(part.join()));
            return whole;
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Tally part(Search search, Iterator<Try> source) {
        Tally tally = new Tally();
        try {
            search.run(source, tally);
        } catch (RuntimeException failed) {
            // whatever stops a sweep may have ended its workers too
            if (!search.watcher().stopped()) {
                throw failed;
            }
        }
        return tally;
    }

    /** The scenarios of one worker, out of blocks that all of them share. */
    private static final class Blocks implements Iterator<Try> {
        private final Sweep sweep;
        private final List<Integer> blocks;
        private final AtomicInteger taken;
        private Iterator<Scenario> block = List.<Scenario>of().iterator();

        private Blocks(Sweep sweep, List<Integer> blocks, AtomicInteger taken) {
            this.sweep = sweep;
            this.blocks = blocks;
            this.taken = taken;
        }

        @Override
        public boolean hasNext() {
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
        public Try next() {
            if (!hasNext()) {
                throw new NoSuchElementException("all blocks are taken");
            }
            return new Try("", block.next());
        }
    }
}
