package io.github.oldbuffer.process;

import io.github.oldbuffer.probe.Areas;
import io.github.oldbuffer.probe.HostFailedException;
import io.github.oldbuffer.probe.OutputArea;
import io.github.oldbuffer.probe.PackedHost;
import io.github.oldbuffer.probe.RunEnd;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.packed.PackedScenarios;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Outcome.Death;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;

/**
 * A host in a process of its own.
 *
 * <p>The areas are files that both map, so what the worker wrote outlives it; lines over pipes say when to run and when
 * it is done. After the first death other workers are kept waiting, started already, so that further deaths cost
 * little.
 */
public final class WorkerHost implements PackedHost {

    /** Workers kept waiting: one for a death, one for the death that confirms it. */
    private static final int SPARES = 2;

    private final WorkerCommand command;
    private final WorkerLimits limits;
    private final WorkerFolder folder;
    private final Areas areas;
    private final OutputArea output;
    private final StuckWatch watch;
    private final Thread atExit;
    /** The thread that ends the process looks at it too. */
    private final Deque<Worker> spares = new ConcurrentLinkedDeque<>();

    private Worker worker;
    private boolean mortal;
    private int deathsInVain;
    private boolean closed;

    private WorkerHost(WorkerCommand command, WorkerLimits limits, WorkerFolder folder) throws IOException {
        this.command = command;
        this.limits = limits;
        this.folder = folder;
        this.areas = folder.map();
        this.output = new OutputArea(areas.out());
        this.watch = new StuckWatch(output, limits);
        this.atExit = new Thread(this::end, "oldbuffer-worker-end");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts a worker and waits until it has run an empty batch.
     *
     * @throws UnavailableException where it cannot, with what it said last
     */
    public static WorkerHost start(WorkerCommand command, WorkerLimits limits) throws UnavailableException {
        WorkerHost host = create(command, limits);
        try {
            host.worker = Worker.launch(command, host.folder);
            int length = PackedScenarios.encode(List.of(), host.areas.in()).limit();
            if (!host.ring(length)) {
                throw new UnavailableException(host.complaint(host.worker));
            }
            return host;
        } catch (UnavailableException e) {
            host.close();
            throw e;
        } catch (IOException e) {
            host.close();
            throw new UnavailableException("A worker process could not be started: " + e.getMessage() + ".", e);
        }
    }

    private static WorkerHost create(WorkerCommand command, WorkerLimits limits) throws UnavailableException {
        try {
            return new WorkerHost(command, limits, WorkerFolder.create());
        } catch (IOException e) {
            throw new UnavailableException(
                    "No files could be made in the folder for temporary files, " + System.getProperty("java.io.tmpdir")
                            + ": " + e + ".",
                    e);
        }
    }

    @Override
    public Areas areas() {
        return areas;
    }

    @Override
    public RunEnd run(int length) {
        if (closed) {
            throw new HostFailedException("The host is closed.");
        }
        try {
            if (ring(length)) {
                deathsInVain = 0;
                prepareSpare();
                return RunEnd.FINISHED;
            }
            return bury(worker);
        } catch (IOException e) {
            throw new HostFailedException("A worker process could not be started or ended: " + e.getMessage() + ".", e);
        }
    }

    @Override
    public void restart() {
        try {
            worker.dismiss();
            worker = spares.isEmpty() ? Worker.launch(command, folder) : spares.remove();
        } catch (IOException e) {
            throw new HostFailedException("A worker process could not be started or ended: " + e.getMessage() + ".", e);
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // the kit is ending already, and its hook will find nothing left to do
            return;
        }
    }

    private boolean ring(int length) {
        output.clear();
        watch.begin(worker);
        try {
            return worker.ring(length);
        } finally {
            watch.end();
        }
    }

    /** Finds out how a worker died, and makes sure that the next one is on its way. */
    private RunEnd bury(Worker dead) throws IOException {
        String cause = dead.cause();
        // not guilty: the worker died at its start, or between two scenarios
        boolean guilty = output.state() == OutputArea.State.RUNNING
                && output.scenario() == output.completed()
                && (!watch.killed() || watch.killedHere());
        deathsInVain = guilty || output.completed() > 0 ? 0 : deathsInVain + 1;
        if (deathsInVain >= limits.deaths()) {
            throw new HostFailedException(
                    deathsInVain + " workers in a row ended before they ran anything. " + complaint(dead));
        }
        replace();
        return guilty ? new RunEnd.Died(died(cause)) : RunEnd.LOST;
    }

    /** Takes a spare worker and starts another; where there was none, the new worker has the machine first. */
    private void replace() throws IOException {
        mortal = true;
        if (spares.isEmpty()) {
            worker = Worker.launch(command, folder);
        } else {
            worker = spares.remove();
            spares.add(Worker.launch(command, folder));
        }
    }

    private void prepareSpare() throws IOException {
        if (mortal && spares.size() < SPARES) {
            spares.add(Worker.launch(command, folder));
        }
    }

    private Outcome.Died died(String cause) {
        // a dying worker may have written over the area
        int step = Math.max(0, Math.min(Scenario.MAX_STEPS - 1, output.step()));
        if (watch.swollen()) {
            return new Outcome.Died(Death.CRASHED, step, "memory over " + (limits.memory() >> 20) + " MiB");
        }
        return watch.killed()
                ? new Outcome.Died(Death.TIMED_OUT, step, "limit " + seconds(limits.scenario()))
                : new Outcome.Died(Death.CRASHED, step, cause);
    }

    private String complaint(Worker dead) throws IOException {
        String cause = dead.cause();
        String words = dead.lastWords();
        if (!watch.killed() && cause.equals(Signals.describe(WorkerMain.NOT_STARTED)) && !words.isEmpty()) {
            return words;
        }
        String how = watch.killed() && !watch.swollen()
                ? "did not start within " + seconds(limits.start())
                : "ended before it was done (" + cause + ")";
        return "A worker process " + how + (words.isEmpty() ? "." : ": " + words);
    }

    private static String seconds(Duration limit) {
        return BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }

    private synchronized void end() {
        if (closed) {
            return;
        }
        closed = true;
        watch.close();
        try {
            for (Worker each :
                    Stream.concat(Stream.ofNullable(worker), spares.stream()).toList()) {
                each.dismiss();
            }
            folder.delete();
        } catch (IOException e) {
            throw new UncheckedIOException("The workers' folder " + folder.path() + " could not be deleted", e);
        }
    }
}
