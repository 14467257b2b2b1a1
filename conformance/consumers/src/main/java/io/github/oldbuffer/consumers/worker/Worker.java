package io.github.oldbuffer.consumers.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.oldbuffer.process.ErrorTail;
import io.github.oldbuffer.process.Signals;
import io.github.oldbuffer.spec.consumer.ConsumerTranscript.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One process with the driver, from its start to its death. */
final class Worker implements AutoCloseable {

    /** How it tells that it dies, and has not been asked for the memory of the object. */
    private static final String UNASKED = "!unasked";

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Duration START = Duration.ofSeconds(120);
    private static final int LONGEST = 1 << 22;

    /** What stands in the queue when the output has ended. */
    private static final String END = "";

    private final Process process;
    private final ErrorTail errors;
    private final OutputStream input;
    private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private String phase = "";
    private Fault fault;
    private boolean unasked;

    private Worker(Process process) {
        this.process = process;
        this.errors = new ErrorTail(process.getErrorStream());
        this.input = process.getOutputStream();
        Thread reader = new Thread(() -> read(process.getInputStream()), "oldbuffer-consumer-output");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts a process and waits until it answers.
     *
     * @throws IOException with one sentence where it does not
     */
    static Worker start(List<String> words) throws IOException {
        Worker worker = new Worker(new ProcessBuilder(words).start());
        try {
            if (worker.answer(START).has("ready")) {
                return worker;
            }
            throw new IOException("The interpreter answers something else than the kit's driver does.");
        } catch (WorkerDiedException died) {
            worker.close();
            String last = worker.lastWords();
            throw new IOException(
                    "The interpreter does not run the kit's driver: " + (last.isEmpty() ? died.death() : last));
        } catch (IOException unusable) {
            worker.close();
            throw unusable;
        }
    }

    /** Hands over a request; nobody may have more than a few of them under way, so that this never waits. */
    void say(JsonNode request) {
        try {
            input.write((MAPPER.writeValueAsString(request) + "\n").getBytes(StandardCharsets.UTF_8));
            input.flush();
        } catch (IOException nobodyReads) {
            // why shows where the answer is waited for
            heard.add(END);
        }
    }

    /**
     * Waits for an answer.
     *
     * @param patience for each line of it
     * @throws WorkerDiedException where none comes; the process has ended then
     */
    JsonNode answer(Duration patience) throws IOException, WorkerDiedException {
        phase = "";
        fault = null;
        unasked = false;
        while (true) {
            String line = poll(patience);
            if (line == null) {
                close();
                throw new WorkerDiedException("TIMED_OUT (" + patience.toSeconds() + " s)", phase, fault, unasked);
            } else if (line.equals(END)) {
                throw dead();
            } else if (line.startsWith("@")) {
                phase = line.substring(1);
            } else if (line.equals(UNASKED)) {
                unasked = true;
            } else if (line.startsWith("!")) {
                fault = fault(line);
            } else {
                return parsed(line);
            }
        }
    }

    private WorkerDiedException dead() throws IOException {
        try {
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                close();
                return new WorkerDiedException("CRASHED (it closed the kit's descriptors)", phase, fault, unasked);
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
        return new WorkerDiedException("CRASHED (" + cause() + ")", phase, fault, unasked);
    }

    private String cause() throws IOException {
        try {
            return errors.cause(Signals.describe(process.exitValue()));
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private JsonNode parsed(String line) throws WorkerDiedException {
        try {
            return MAPPER.readTree(line);
        } catch (JsonProcessingException written) {
            // somebody else has written to the kit's descriptor, and no answer can be told from it any more
            close();
            throw new WorkerDiedException("CRASHED (it wrote to the kit's descriptors)", phase, fault, unasked);
        }
    }

    private static Fault fault(String line) {
        String[] words = line.substring(1).split(" ");
        return new Fault(words[0], Long.parseLong(words[1]), words[2]);
    }

    private String poll(Duration patience) throws IOException {
        try {
            return heard.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private void read(InputStream output) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null && line.length() < LONGEST; line = lines.readLine()) {
                if (!line.isEmpty()) {
                    heard.add(line);
                }
            }
        } catch (IOException broken) {
            // the pipe of a killed process may break instead of ending
            heard.add(END);
        }
        heard.add(END);
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
        return new InterruptedIOException("interrupted while waiting for a function");
    }

    /** Ends the process and what it started. */
    @Override
    public void close() {
        List<ProcessHandle> descendants = process.descendants().toList();
        process.toHandle().destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
    }
}
