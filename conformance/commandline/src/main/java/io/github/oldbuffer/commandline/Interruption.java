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
final class Interruption implements AutoCloseable {

    private static final List<String> SIGNALS = List.of("INT", "TERM");

    private final Runnable stop;
    private final Map<Signal, SignalHandler> before = new HashMap<>();

    private Interruption(Runnable stop) {
        this.stop = stop;
    }

    /** @param stop is called by another thread, once at most */
    static Interruption stops(Runnable stop) {
        Interruption interruption = new Interruption(stop);
        interruption.listen();
        return interruption;
    }

    private synchronized void listen() {
        for (String name : SIGNALS) {
            Signal signal = new Signal(name);
            try {
                before.put(signal, Signal.handle(signal, met -> interrupted()));
            } catch (IllegalArgumentException ignored) {
                // somebody asked the virtual machine to leave this signal alone (-Xrs), or nohup did
            }
        }
    }

    private void interrupted() {
        close();
        stop.run();
    }

    /** From here on signals do what they did before. */
    @Override
    public synchronized void close() {
        before.forEach(Signal::handle);
        before.clear();
    }
}
