package io.github.oldbuffer.process.lines;

import io.github.oldbuffer.process.ErrorTail;
import io.github.oldbuffer.process.ResidentMemory;
import io.github.oldbuffer.process.Signals;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/**
 * A program that speaks JSON lines, from its start to its death.
 *
 * <p>Whatever the program does with its pipes, the kit waits no longer than it wants: threads of their own read and
 * write, and none of them keeps more than a line.
 */
final class Program {

    private static final long MILLIS_BETWEEN_LOOKS = 100;
    private static final long SECONDS_TO_EXIT = 5;

    /**
     * No core dumps, and where the system has the word for it, a process group of its own. The shell is replaced, so
     * that the kit's child is the program itself.
     */
    private static final String LAUNCH =
            "ulimit -c 0; if command -v setsid >/dev/null 2>&1; then exec setsid \"$@\"; fi; exec \"$@\"";

    private final Process process;
    private final ErrorTail errors;
    private final OutputStream input;
    private final ExecutorService writer;
    private final SynchronousQueue<Said> said = new SynchronousQueue<>();
    private final Thread reader;
    private long heard;

    private Program(Process process) {
        this.process = process;
        this.errors = new ErrorTail(process.getErrorStream());
        this.input = process.getOutputStream();
        this.writer = Executors.newSingleThreadExecutor(task -> daemon(task, "oldbuffer-program-input"));
        this.reader = daemon(this::read, "oldbuffer-program-output");
        reader.start();
    }

    /**
     * What came out of a program: a line, the end of its output ({@code null} and no fault), or a fault.
     *
     * @param number of the line, from 1 on
     * @param end whether the output has ended
     */
    private record Said(long number, String line, ProtocolException fault, boolean end) {}

    /**
     * Starts a program in the kit's own folder.
     *
     * @param words of which the first is the path of an executable
     */
    static Program launch(List<String> words) throws IOException {
        List<String> all = new ArrayList<>(List.of("/bin/sh", "-c", LAUNCH, "sh"));
        all.addAll(words);
        return new Program(new ProcessBuilder(all).start());
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Hands a line to the program and does not wait for it to be read. */
    void say(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        writer.execute(() -> {
            try {
                input.write(bytes);
                input.flush();
            } catch (IOException e) {
                // nobody reads any more; why shows where an answer is waited for
                close();
            }
        });
    }

    /**
     * Waits for a line.
     *
     * @param patience what is left of it after the waits before this one
     * @param mostMemory bytes that the program may take
     * @throws ProgramEndedException where none comes, and the program is dead or killed now
     * @throws ProtocolException where something else than a line comes
     */
    String hear(Patience patience, long mostMemory) throws IOException, ProgramEndedException, ProtocolException {
        while (true) {
            Said next = poll();
            if (next != null) {
                return line(next);
            }
            patience.waited(MILLIS_BETWEEN_LOOKS);
            if (patience.over()) {
                kill();
                throw ProgramEndedException.timedOut(patience.limit());
            }
            if (ResidentMemory.of(pid()) > mostMemory) {
                kill();
                throw ProgramEndedException.crashed("memory over " + (mostMemory >> 20) + " MiB");
            }
        }
    }

    /** The number of the line that was heard last, right or wrong; the first that the program writes is 1. */
    long heard() {
        return heard;
    }

    /** How the program died behind a line that was no message, such as the last words of a runtime; empty if it lives. */
    Optional<ProgramEndedException> death() throws IOException {
        return exits() && process.exitValue() != 0
                ? Optional.of(ProgramEndedException.crashed(cause()))
                : Optional.empty();
    }

    /** Asks the program to end, and after some time makes it. */
    void dismiss(String goodbye, Duration patience) throws IOException {
        say(goodbye);
        writer.execute(this::close);
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            throw interrupted();
        }
        retire();
    }

    /** Ends the program and all that it started, at once. */
    void kill() throws IOException {
        // before the program itself: who loses its parent is nobody's descendant
        List<ProcessHandle> descendants = process.descendants().toList();
        // by its handle: the process's own method would also close the pipes that other threads still read
        process.toHandle().destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
        awaitExit();
        retire();
    }

    /** The last line that the program wrote to standard error, or an empty text. */
    String lastWords() throws IOException {
        try {
            return errors.lastLine();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** What ended a program that has ended. */
    private String cause() throws IOException {
        try {
            return errors.cause(Signals.describe(process.exitValue()));
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private String line(Said next) throws IOException, ProgramEndedException, ProtocolException {
        heard = next.number();
        if (next.line() != null) {
            return next.line();
        }
        if (next.end() && exits()) {
            String middle = next.fault() == null ? "" : ", half a line";
            throw ProgramEndedException.crashed(cause() + middle);
        }
        throw next.fault() == null
                ? ProtocolException.line("it has closed its output instead, and lives on")
                : next.fault();
    }

    private Said poll() throws IOException {
        try {
            return said.poll(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private void read() {
        BoundedLines lines = new BoundedLines(process.getInputStream());
        try {
            Said next;
            do {
                next = nextSaid(lines);
                said.put(next);
            } while (next.line() != null);
        } catch (InterruptedException e) {
            // retired: nobody will listen
            Thread.currentThread().interrupt();
        }
    }

    private static Said nextSaid(BoundedLines lines) {
        try {
            String line = lines.next();
            return new Said(lines.number(), line, null, line == null);
        } catch (ProtocolException fault) {
            return new Said(lines.number(), null, fault, lines.endedInTheMiddle());
        } catch (IOException broken) {
            // the pipe of a killed process may break instead of ending
            return new Said(lines.number(), null, null, true);
        }
    }

    /** Whether the program ends now that its output has; one that stays is given little time. */
    private boolean exits() throws IOException {
        try {
            return process.waitFor(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private void awaitExit() throws IOException {
        try {
            if (!process.waitFor(SECONDS_TO_EXIT, TimeUnit.SECONDS)) {
                throw new IOException("process " + pid() + " does not end although it was killed");
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private void retire() {
        if (!writer.isShutdown()) {
            writer.execute(this::close);
            writer.shutdown();
        }
        reader.interrupt();
    }

    private void close() {
        try {
            input.close();
        } catch (IOException e) {
            // what could not be written before cannot be written now: the pipe is closed all the same
            return;
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private static IOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted while waiting for a program");
    }
}
