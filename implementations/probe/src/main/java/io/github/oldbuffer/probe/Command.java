package io.github.oldbuffer.probe;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs a command to its end and gives what it wrote. */
public final class Command {

    private Command() {}

    /**
     * What a command did.
     *
     * @param status 0 to 255; 128 and the signal's number where a signal ended it
     * @param output what it wrote to standard output, as UTF-8
     * @param errors what it wrote to standard error, as UTF-8
     */
    public record Result(int status, String output, String errors) {}

    /**
     * Runs a command with nothing on its standard input.
     *
     * @throws TimeLimitException where it takes longer than the limit, and is killed with all that it
     *     started
     * @throws IOException where it cannot be started
     */
    public static Result run(List<String> words, Duration limit) throws IOException {
        Process process = new ProcessBuilder(words).start();
        try {
            process.getOutputStream().close();
            CompletableFuture<String> output = reading(process.getInputStream());
            CompletableFuture<String> errors = reading(process.getErrorStream());
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TimeLimitException(words.get(0), limit);
            }
            return new Result(process.exitValue(), output.join(), errors.join());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for " + words.get(0));
        } finally {
            // those that it started would go on
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /**
     * In a thread of its own: the pool that Java 25 would take has one on two processors, which the output holds to the
     * end, while the process waits for somebody to read its errors.
     */
    private static CompletableFuture<String> reading(InputStream stream) {
        return CompletableFuture.supplyAsync(() -> read(stream), task -> {
            Thread reader = new Thread(task, "reader of a command");
            reader.setDaemon(true);
            reader.start();
        });
    }

    private static String read(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
