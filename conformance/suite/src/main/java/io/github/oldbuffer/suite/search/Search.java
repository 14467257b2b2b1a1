package io.github.oldbuffer.suite.search;

import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Pulls scenarios from a source, has them run in batches, and counts what they show.
 *
 * <p>While one batch runs, the batch before is examined and the one behind is generated. Results arrive in the order of
 * the scenarios, whatever the timing. Batches grow while nothing dies and shrink to single scenarios after a death, so
 * that few die in vain.
 *
 * @param largestBatch scenarios that are run at once at most
 * @param deaths which calls are made no more
 */
public record Search(Examiner examiner, int largestBatch, DeathBudget deaths, Watcher watcher) {

    /** Looks on. */
    public interface Watcher {

        /** Does nothing. */
        Watcher NONE = new Watcher() {};

        /** A scenario was examined; the tally has it already. */
        default void examined(Try tried, Ran ran, Tally tally) {}

        /** So many more scenarios were examined or left out. */
        default void advanced(int scenarios) {}

        /** Whether the search is to end with what it has. */
        default boolean stopped() {
            return false;
        }
    }

    /**
     * Searches until the source ends or the watcher stops it.
     *
     * @param tally gets everything that was seen, also before the implementation broke
     * @throws BrokenImplementationException where an implementation cannot be used any more
     */
    public void run(Iterator<Try> source, Tally tally) {
        ExecutorService runner = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "implementation");
            thread.setDaemon(true);
            return thread;
        });
        UnderWay now = null;
        try {
            UnderWay before = null;
            int size = 1;
            // one that does not come back costs much: nothing more is submitted before the first, and those behind it,
            // are known
            boolean waiting = true;
            while (!watcher.stopped() && source.hasNext()) {
                List<Try> batch = next(source, size, tally);
                now = batch.isEmpty() ? null : submit(runner, batch);
                boolean died = before != null && before.into(this, tally);
                waiting |= died && before.hung();
                before = now;
                if (waiting && before != null) {
                    died = before.into(this, tally);
                    waiting = before.hung();
                    before = null;
                }
                size = died ? 1 : Math.min(2 * size, largestBatch);
            }
            if (before != null) {
                before.into(this, tally);
            }
        } finally {
            end(runner, now);
        }
    }

    /** An implementation is for one thread, so none of it may be under way when the caller goes on. */
    private static void end(ExecutorService runner, UnderWay last) {
        if (last != null) {
            last.running.cancel(false);
        }
        runner.shutdown();
        try {
            runner.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private UnderWay submit(ExecutorService runner, List<Try> batch) {
        List<Scenario> scenarios = batch.stream().map(Try::scenario).toList();
        return new UnderWay(batch, runner.submit(() -> examiner.run(scenarios)));
    }

    private List<Try> next(Iterator<Try> source, int size, Tally tally) {
        List<Try> batch = new ArrayList<>(size);
        int leftOut = 0;
        while (batch.size() < size && leftOut < largestBatch && source.hasNext()) {
            Try tried = source.next();
            if (deaths.leavesOutAtTheBorder(tried.scenario())) {
                leftOut++;
                tally.skip();
            } else if (deaths.leavesOut(tried.scenario())) {
                leftOut++;
                tally.skip();
                examiner.leftOut(tried, tally);
            } else {
                batch.add(tried);
            }
        }
        watcher.advanced(leftOut);
        return batch;
    }

    private record UnderWay(List<Try> batch, Future<List<Ran>> running) {

        /** Counts the results in; returns whether any scenario died. */
        boolean into(Search search, Tally tally) {
            List<Ran> ran = results();
            boolean died = false;
            for (int i = 0; i < batch.size(); i++) {
                search.examiner.count(batch.get(i), ran.get(i), tally);
                died |= search.died(batch.get(i), ran.get(i).transcript());
                died |= search.died(batch.get(i), ran.get(i).other());
                search.watcher.examined(batch.get(i), ran.get(i), tally);
            }
            search.watcher.advanced(batch.size());
            return died;
        }

        /** Whether a scenario did not come back. */
        boolean hung() {
            return results().stream()
                    .anyMatch(ran -> ran.transcript() != null
                            && ran.transcript().outcome() instanceof Outcome.Died died
                            && died.death() == Outcome.Death.TIMED_OUT);
        }

        private List<Ran> results() {
            try {
                return running.get();
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

    private boolean died(Try tried, Transcript transcript) {
        if (transcript != null && transcript.outcome() instanceof Outcome.Died death) {
            deaths.died(tried.scenario(), death);
            return true;
        }
        return false;
    }
}
