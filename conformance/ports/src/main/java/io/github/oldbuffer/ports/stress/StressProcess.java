package io.github.oldbuffer.ports.stress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.oldbuffer.process.ErrorTail;
import io.github.oldbuffer.process.Signals;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A process that runs {@code stress.py} and answers its questions. */
final class StressProcess implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String SCRIPT = "stress.py";
    private static final String LAUNCH = "ulimit -c 0; exec \"$@\"";

    private final Process process;
    private final ErrorTail errors;
    private final BufferedReader answers;
    private final Writer questions;
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "oldbuffer-stress-clock");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean late;

    private StressProcess(Process process) {
        this.process = process;
        this.errors = new ErrorTail(process.getErrorStream());
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.questions = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** The process ended, or had to be ended, before it answered; the message is such as {@code CRASHED (SIGSEGV)}. */
    static final class DiedException extends Exception {
        private static final long serialVersionUID = 1L;

        DiedException(String death) {
            super(death);
        }
    }

    /**
     * Starts it.
     *
     * @throws IOException with one sentence where it does not start
     */
    static StressProcess start(StressTarget target) throws IOException {
        Path script = target.folder().path().resolve(SCRIPT);
        if (!Files.exists(script)) {
            try (InputStream source = StressProcess.class.getResourceAsStream(SCRIPT)) {
                Files.copy(source, script);
            }
        }
        List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", LAUNCH, "sh"));
        words.addAll(target.words(script));
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().keySet().removeIf(name -> name.startsWith("PYTHON"));
        StressProcess started = new StressProcess(builder.start());
        try {
            started.answer(Duration.ofMinutes(1));
            return started;
        } catch (DiedException died) {
            started.close();
            String last = started.lastWords();
            throw new IOException(
                    "The interpreter does not run the kit's module: " + (last.isEmpty() ? died.getMessage() : last));
        }
    }

    /** @param patience after which it is ended */
    JsonNode ask(JsonNode question, Duration patience) throws IOException, DiedException {
        try {
            questions.write(question + "\n");
            questions.flush();
        } catch (IOException nobodyReads) {
            // why shows where the answer is waited for
            return answer(patience);
        }
        return answer(patience);
    }

    private JsonNode answer(Duration patience) throws IOException, DiedException {
        ScheduledFuture<?> alarm = clock.schedule(
                () -> {
                    late = true;
                    process.destroyForcibly();
                },
                patience.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            String line = answers.readLine();
            if (line != null) {
                return MAPPER.readTree(line);
            }
        } finally {
            alarm.cancel(false);
        }
        throw new DiedException(death(patience));
    }

    private String death(Duration patience) throws IOException {
        try {
            int status = process.waitFor();
            return late
                    ? "TIMED_OUT (" + patience.toSeconds() + " s)"
                    : "CRASHED (" + errors.cause(Signals.describe(status)) + ")";
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private String lastWords() throws IOException {
        try {
            return errors.lastLine();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static IOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted while waiting for an interpreter");
    }

    @Override
    public void close() {
        clock.shutdownNow();
        process.destroyForcibly();
    }
}
