package io.github.oldbuffer.process.lines;

import io.github.oldbuffer.process.WorkerLimits;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * The programs of one implementation: the one at work, and after the first death a second one that waits, started
 * already, so that further deaths cost little.
 */
final class Programs implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String GOODBYE = LineJson.write(LineJson.object().put("goodbye", true));

    private final List<String> command;
    private final String greeting;
    private final WorkerLimits limits;
    private final Guard guard;

    private volatile Program current;
    private volatile Program spare;
    private volatile boolean closed;
    private boolean greeted;
    private boolean mortal;

    Programs(List<String> command, String kit, WorkerLimits limits) throws IOException {
        this.command = List.copyOf(command);
        this.greeting = Hello.line(kit);
        this.limits = limits;
        this.guard = Guard.start();
    }

    /**
     * A program that has said hello; started now where there is none.
     *
     * @throws UnavailableException where it does not say hello; the next call starts another one
     */
    Program ready() throws IOException, UnavailableException {
        if (current != null && greeted && !current.alive()) {
            // it ended between two scenarios: nobody's verdict
            bury();
        }
        if (current == null) {
            current = spare == null ? launch() : spare;
            spare = null;
            greeted = false;
        }
        if (!greeted) {
            hello();
            greeted = true;
            if (mortal && spare == null) {
                spare = launch();
            }
        }
        return current;
    }

    /**
     * Reads the hello of the first program.
     *
     * @throws UnavailableException where it says none
     */
    Hello hello() throws IOException, UnavailableException {
        if (current == null) {
            current = launch();
        }
        Program program = current;
        String how;
        try {
            Hello hello = Hello.read(LineJson.read(program.hear(new Patience(limits.start()), limits.memory())));
            greeted = true;
            return hello;
        } catch (ProgramEndedException e) {
            how = "The program did not say hello (" + e.getMessage() + ")";
        } catch (ProtocolException e) {
            how = "The program does not speak the process protocol: " + e.inLine(program.heard());
        }
        bury();
        String words = program.lastWords();
        throw new UnavailableException(how + (words.isEmpty() ? "." : "; it wrote: " + LineJson.printable(words)));
    }

    /** Ends the program at work, of which no more can be expected. */
    void bury() throws IOException {
        Program dead = current;
        current = null;
        mortal = true;
        dead.kill();
        guard.ended(dead.pid());
    }

    @Override
    public void close() throws IOException {
        closed = true;
        // read once: a run that was given up may still be under way on another thread
        Program working = current;
        Program waiting = spare;
        try {
            if (working != null) {
                working.dismiss(GOODBYE, PATIENCE);
                guard.ended(working.pid());
            }
            if (waiting != null) {
                waiting.kill();
                guard.ended(waiting.pid());
            }
        } finally {
            guard.close();
        }
    }

    private Program launch() throws IOException {
        if (closed) {
            throw new IOException("it is closed");
        }
        Program program = Program.launch(command);
        guard.began(program.pid());
        program.say(greeting);
        return program;
    }
}
