package io.github.oldbuffer.process;

import io.github.oldbuffer.probe.OutputArea;
import java.time.Duration;

/** Kills a worker that stays with one scenario, or with its own start, for longer or with more than limits allow. */
final class StuckWatch implements AutoCloseable {

    private static final long MOST_MILLIS_BETWEEN_LOOKS = 200;

    private final OutputArea output;
    private final WorkerLimits limits;
    private final long interval;
    private final Thread thread;

    private Worker worker;
    private Position position;
    private long waitedMillis;
    private Position killedAt;
    private boolean swollen;

    StuckWatch(OutputArea output, WorkerLimits limits) {
        this.output = output;
        this.limits = limits;
        long shortest = Math.min(limits.scenario().toMillis(), limits.start().toMillis());
        interval = Math.min(MOST_MILLIS_BETWEEN_LOOKS, Math.max(1, shortest / 4));
        thread = new Thread(this::look, "oldbuffer-stuck-watch");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Where a worker is.
     *
     * @param scenario index in the batch; unimportant where not {@code begun}
     */
    private record Position(boolean begun, int scenario) {}

    /** A worker starts on a batch. */
    synchronized void begin(Worker worker) {
        this.worker = worker;
        killedAt = null;
        swollen = false;
        position = null;
    }

    /** The worker has answered or died. */
    synchronized void end() {
        worker = null;
    }

    /** Whether the last worker was killed here, at the very position that the output area tells now. */
    synchronized boolean killedHere() {
        return killedAt != null && killedAt.equals(position());
    }

    /** Whether the last worker was killed here, wherever it has got to. */
    synchronized boolean killed() {
        return killedAt != null;
    }

    /** Whether the last worker was killed here because it took too much memory, not too much time. */
    synchronized boolean swollen() {
        return swollen;
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void look() {
        try {
            while (true) {
                Thread.sleep(interval);
                compare();
            }
        } catch (InterruptedException e) {
            // closed: the thread ends
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void compare() {
        if (worker == null || killedAt != null) {
            return;
        }
        Position now = position();
        if (worker.memory() > limits.memory()) {
            swollen = true;
            killedAt = now;
            worker.kill();
            return;
        }
        if (!now.equals(position)) {
            position = now;
            waitedMillis = 0;
            return;
        }
        // looks are counted, not the clock: while the machine or the kit was asleep, so was the worker
        waitedMillis += interval;
        Duration limit = now.begun() ? limits.scenario() : limits.start();
        if (waitedMillis > limit.toMillis()) {
            killedAt = now;
            worker.kill();
        }
    }

    private Position position() {
        boolean begun = output.state() != OutputArea.State.IDLE;
        return new Position(begun, begun ? output.scenario() : 0);
    }
}
