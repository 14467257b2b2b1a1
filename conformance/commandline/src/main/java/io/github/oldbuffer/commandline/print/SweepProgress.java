package io.github.oldbuffer.commandline.print;

import io.github.oldbuffer.commandline.Terminal;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.suite.search.Search;
import me.tongfei.progressbar.ProgressBar;

/**
 * The progress of a sweep, with the time left, where standard error is a terminal; and whether it is to stop.
 *
 * <p>Not a value: it is told to stop.
 */
public final class SweepProgress implements Search.Watcher, AutoCloseable {
    private final RunProgress drawn;
    private volatile boolean stopped;

    private SweepProgress(RunProgress drawn) {
        this.drawn = drawn;
    }

    /** @param scenarios how many there are */
    public static SweepProgress of(Identity implementation, long scenarios, Terminal terminal) {
        RunProgress drawn = RunProgress.of(implementation, terminal);
        ProgressBar bar = drawn.bar();
        if (bar != null) {
            bar.maxHint(scenarios);
        }
        return new SweepProgress(drawn);
    }

    @Override
    public void advanced(int scenarios) {
        if (drawn.bar() != null) {
            drawn.bar().stepBy(scenarios);
        }
    }

    public void stop() {
        stopped = true;
    }

    @Override
    public boolean stopped() {
        return stopped;
    }

    @Override
    public void close() {
        drawn.close();
    }
}
