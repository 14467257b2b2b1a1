package io.github.oldbuffer.conformance.cli;

import io.github.oldbuffer.spec.implementation.Identity;
import me.tongfei.progressbar.ProgressBar;

/**
 * The progress of a sweep, with the time left, where standard error is a terminal.
 *
 * @param bar {@code null} where nothing is drawn
 */
record SweepProgress(ProgressBar bar) implements AutoCloseable {
    static SweepProgress of(Identity implementation, int blocks, Terminal terminal) {
        RunProgress drawn = RunProgress.of(implementation, terminal);
        if (drawn.bar() != null) {
            drawn.bar().maxHint(blocks);
        }
        return new SweepProgress(drawn.bar());
    }

    void done(int blocks) {
        if (bar != null) {
            bar.stepTo(blocks);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
