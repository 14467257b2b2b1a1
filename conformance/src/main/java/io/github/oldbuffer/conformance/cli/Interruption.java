package io.github.oldbuffer.conformance.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What Ctrl-C does to a long command: what is under way is asked to stop, and the process does not end before the
 * command has told what it found so far.
 */
final class Interruption implements AutoCloseable {

    private static final long SECONDS_FOR_THE_REPORT = 120;

    private final Terminal terminal;
    private final Runnable stop;
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupted, "interruption");
    private volatile int status = ExitStatus.NOT_JUDGED;

    private Interruption(Terminal terminal, Runnable stop) {
        this.terminal = terminal;
        this.stop = stop;
    }

    /** @param stop is called by another thread */
    static Interruption stops(Terminal terminal, Runnable stop) {
        Interruption interruption = new Interruption(terminal, stop);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** What the process ends with where it was interrupted; without this {@link ExitStatus#NOT_JUDGED}. */
    int ends(int with) {
        status = with;
        return with;
    }

    /** The command has told everything. */
    @Override
    public void close() {
        terminal.out().flush();
        terminal.err().flush();
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // the hook runs, and is about to end the process
        }
    }

    private void interrupted() {
        stop.run();
        try {
            if (done.await(SECONDS_FOR_THE_REPORT, TimeUnit.SECONDS)) {
                System.out.flush();
                System.err.flush();
                Runtime.getRuntime().halt(status);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
