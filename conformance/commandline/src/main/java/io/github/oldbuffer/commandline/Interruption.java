package io.github.oldbuffer.commandline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * What Ctrl-C does to a long command: what is under way is asked to stop, and the command tells what it found so far. A
 * second Ctrl-C ends it at once.
 *
 * <p>A shutdown hook would not do: those of workers run beside it, and what was found could not be looked into any more.
 */
public final class Interruption implements AutoCloseable {

    private static final List<String> SIGNALS = List.of("INT", "TERM");

    private final Runnable stop;
    private final boolean ends;
    private final Map<Signal, SignalHandler> before = new HashMap<>();

    private Interruption(Runnable stop, boolean ends) {
        this.stop = stop;
        this.ends = ends;
    }

    /** @param stop is called by another thread, once at most */
    public static Interruption stops(Runnable stop) {
        Interruption interruption = new Interruption(stop, false);
        interruption.listen();
        return interruption;
    }

    /**
     * Has something said before the signal ends the process, as it always did.
     *
     * @param words called by another thread, once at most
     */
    public static Interruption says(Runnable words) {
        Interruption interruption = new Interruption(words, true);
        interruption.listen();
        return interruption;
    }

    private synchronized void listen() {
        for (String name : SIGNALS) {
            Signal signal = new Signal(name);
            try {
                before.put(signal, Signal.handle(signal, this::interrupted));
            } catch (IllegalArgumentException ignored) {
                // somebody asked the virtual machine to leave this signal alone (-Xrs), or nohup did
            }
        }
    }

    private void interrupted(Signal signal) {
        close();
        stop.run();
        if (ends) {
            Signal.raise(signal);
        }
    }

    /** From here on signals do what they did before. */
    @Override
    public synchronized void close() {
        before.forEach(Signal::handle);
        before.clear();
    }
}
