package io.github.oldbuffer.commandline.print;

import io.github.oldbuffer.commandline.Terminal;
import io.github.oldbuffer.fuzzing.campaign.Figures;
import java.time.Duration;
import java.util.Locale;

/** The status line of a campaign: drawn over again on a terminal, a line now and then elsewhere. */
public final class FuzzStatus {

    private static final double SECONDS_BETWEEN_LINES = 30;

    private final Terminal terminal;
    private final Duration duration;
    private double lastLine;

    public FuzzStatus(Terminal terminal, Duration duration) {
        this.terminal = terminal;
        this.duration = duration;
    }

    public void show(Figures figures) {
        if (terminal.progress()) {
            String line = line(figures, duration);
            int width = Wrapped.COLUMNS - 1;
            String shown = line.length() > width ? line.substring(0, width) : line;
            terminal.err().print("\r" + shown + " ".repeat(width - shown.length()));
            terminal.err().flush();
        } else if (figures.seconds() - lastLine >= SECONDS_BETWEEN_LINES) {
            lastLine = figures.seconds();
            terminal.err().println(line(figures, duration));
        }
    }

    /** Takes the line off the screen. */
    public void end() {
        if (terminal.progress()) {
            terminal.err().print("\r" + " ".repeat(Wrapped.COLUMNS - 1) + "\r");
            terminal.err().flush();
        }
    }

    public static String line(Figures figures, Duration duration) {
        if (figures.executions() == 0) {
            return "starting ...";
        }
        long left = Math.max(0, Math.round(duration.toMillis() / 1e3 - figures.seconds()));
        return String.format(
                Locale.ROOT,
                "%,.0f/s, coverage %,d, corpus %,d, findings %d%s, %s left",
                figures.speed(),
                figures.coverage() + figures.behaviours(),
                figures.corpus(),
                figures.leads(),
                figures.deaths() == 0 ? "" : ", deaths " + figures.deaths(),
                left >= 3600
                        ? String.format("%d:%02d h", left / 3600, left / 60 % 60)
                        : String.format("%d:%02d", left / 60, left % 60));
    }
}
