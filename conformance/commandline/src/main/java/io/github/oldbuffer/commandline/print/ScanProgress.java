package io.github.oldbuffer.commandline.print;

import io.github.oldbuffer.commandline.Terminal;
import java.time.Duration;

/** Tells on standard error from time to time how far a scan is. */
public final class ScanProgress implements AutoCloseable {

    private static final long BETWEEN = Duration.ofSeconds(5).toNanos();

    private final Terminal terminal;
    private final long started = System.nanoTime();
    private long told = started;
    private boolean closed;

    public ScanProgress(Terminal terminal) {
        this.terminal = terminal;
    }

    /** From any thread. */
    public synchronized void looked(int done, int all, int taking) {
        long now = System.nanoTime();
        if (closed || now - told < BETWEEN) {
            return;
        }
        told = now;
        long left = Duration.ofNanos((now - started) / done * (all - done)).toSeconds();
        terminal.err()
                .println(done + " of " + Words.count(all, "function", "functions") + ", " + taking
                        + " take memory, about " + left + " s left");
        terminal.err().flush();
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
