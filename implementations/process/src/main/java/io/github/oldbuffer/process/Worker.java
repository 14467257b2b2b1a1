package io.github.oldbuffer.process;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One worker process, from its start to its death. */
final class Worker {

    private static final long SECONDS_TO_EXIT = 5;

    /** The exit status of one that could not answer any more; {@code serve.h} says when. */
    private static final int DEAF = 76;

    private final WorkerCommand command;
    private final WorkerFolder folder;
    private final Process process;
    private final OutputStream commands;
    private final LineReader answers;
    private final ErrorTail errors;
    private String garbage;

    private Worker(WorkerCommand command, WorkerFolder folder, Process process) {
        this.command = command;
        this.folder = folder;
        this.process = process;
        this.commands = process.getOutputStream();
        this.answers = new LineReader(process.getInputStream());
        this.errors = new ErrorTail(process.getErrorStream());
    }

    /** Starts the process and does not wait for it to be ready. */
    static Worker launch(WorkerCommand command, WorkerFolder folder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.words(folder))
                .directory(folder.path().toFile());
        // PYTHONPATH, PYTHONMALLOC and their like would make a run differ from the next user's
        builder.environment().keySet().removeIf(name -> name.startsWith("PYTHON"));
        builder.environment().putAll(command.environment());
        return new Worker(command, folder, builder.start());
    }

    /**
     * Has the worker run the batch in the input area, and waits.
     *
     * @param length of the batch in bytes
     * @return whether the worker said that it is done; otherwise it is dead or dying
     */
    boolean ring(int length) {
        try {
            commands.write(("run " + length + "\n").getBytes(StandardCharsets.US_ASCII));
            commands.flush();
            String answer = answers.next();
            if (!answer.equals("done") && !answer.isEmpty()) {
                garbage = answer.strip();
                kill();
            }
            return answer.equals("done");
        } catch (IOException e) {
            // a pipe breaks when the process at its other end is gone
            return false;
        }
    }

    /** Bytes of memory that the process takes. */
    long memory() {
        return ResidentMemory.of(process.pid());
    }

    /** Ends the process at once; its death is told by {@link #cause}. */
    void kill() {
        process.destroyForcibly();
    }

    /** Ends the process and forgets it. */
    void dismiss() throws IOException {
        kill();
        awaitExit();
        command.signal(folder, process.pid());
    }

    /**
     * Waits for the end of a worker that did not answer as it should.
     *
     * @return the signal that killed it, with why it says that it ended itself, its exit status, or what it wrote out of turn
     */
    String cause() throws IOException {
        awaitExit();
        if (garbage != null) {
            return "wrote \"" + garbage + "\" instead of \"done\"";
        }
        if (process.exitValue() == DEAF) {
            return "closed the process's file descriptors";
        }
        Optional<String> left = command.signal(folder, process.pid());
        String signal = left.orElseGet(() -> Signals.describe(process.exitValue()));
        try {
            return errors.cause(signal);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** The last line that the worker wrote to standard error, or an empty text. */
    String lastWords() throws IOException {
        try {
            return errors.lastLine();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private void awaitExit() throws IOException {
        try {
            if (!process.waitFor(SECONDS_TO_EXIT, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw interrupted();
        }
    }

    private static IOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted while waiting for a worker");
    }
}
