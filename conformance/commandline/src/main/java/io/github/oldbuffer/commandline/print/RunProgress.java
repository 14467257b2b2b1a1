package io.github.oldbuffer.commandline.print;

import io.github.oldbuffer.commandline.Terminal;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.suite.ProgressListener;
import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * The progress of one run, drawn on standard error where that is a terminal.
 *
 * @param bar {@code null} where nothing is drawn
 */
public record RunProgress(ProgressBar bar) implements AutoCloseable {

    private static final int INTERVAL_MILLISECONDS = 100;

    public static RunProgress of(Identity implementation, Terminal terminal) {
        if (!terminal.progress()) {
            return new RunProgress(null);
        }
        return new RunProgress(new ProgressBarBuilder()
                .setTaskName(ResultTable.shortened(implementation.id()))
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(INTERVAL_MILLISECONDS)
                .setConsumer(new Line(terminal.err()))
                .build());
    }

    public ProgressListener listener() {
        return bar == null ? ProgressListener.NONE : new Steps(bar);
    }

    /** Takes the bar off the screen. */
    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }

    private record Steps(ProgressBar bar) implements ProgressListener {
        @Override
        public void begins(int clauses, int tries) {
            bar.maxHint((long) clauses * tries);
        }

        @Override
        public void tried(String clause, long tries) {
            bar.stepBy(tries);
        }

        @Override
        public void settled(String clause) {
            bar.setExtraMessage(clause);
        }
    }

    /** One line of the terminal, drawn over again; the library's own consumer would start a terminal of its own. */
    private record Line(PrintWriter err) implements ProgressBarConsumer {
        @Override
        public int getMaxRenderedLength() {
            return Wrapped.COLUMNS - 1;
        }

        @Override
        public void accept(String drawn) {
            err.print("\r" + drawn);
            err.flush();
        }

        @Override
        public void clear() {
            err.print("\r" + " ".repeat(getMaxRenderedLength()) + "\r");
            err.flush();
        }

        @Override
        public void close() {
            clear();
        }
    }
}
