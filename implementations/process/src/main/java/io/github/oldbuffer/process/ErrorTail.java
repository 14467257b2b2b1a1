package io.github.oldbuffer.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The end of what a worker wrote to standard error.
 *
 * <p>All of it is read, so that a talkative worker never waits, and little of it is kept.
 */
public final class ErrorTail {

    /** Bytes; a Python that ends with a fatal error says where each of its threads was behind what is wrong. */
    private static final int KEPT = 16384;

    private final Thread reader;
    private byte[] tail = new byte[0];

    /** Starts to read, in a thread of its own. */
    public ErrorTail(InputStream stream) {
        reader = new Thread(() -> drain(stream), "oldbuffer-worker-errors");
        reader.setDaemon(true);
        reader.start();
    }

    /** The last line that is not blank, or an empty text; waits shortly for the end of the stream. */
    public String lastLine() throws InterruptedException {
        return text().lines().filter(line -> !line.isBlank()).reduce("", (before, line) -> line.strip());
    }

    /**
     * What ended the process.
     *
     * @param signal such as {@code SIGSEGV}
     * @return the signal, and of a process that aborted why, as far as it has said so
     */
    public String cause(String signal) throws InterruptedException {
        return signal.equals(LastWords.ABORTED) ? LastWords.aborted(text()).orElse(signal) : signal;
    }

    /** All that is kept; waits shortly for the end of the stream. */
    private String text() throws InterruptedException {
        reader.join(1000);
        synchronized (this) {
            return new String(tail, StandardCharsets.UTF_8);
        }
    }

    private void drain(InputStream stream) {
        byte[] buffer = new byte[KEPT];
        try (stream) {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                append(buffer, count);
            }
        } catch (IOException e) {
            // the stream of a killed process may break instead of ending; it ends either way, and this tells
            byte[] message = ("(" + e + ")\n").getBytes(StandardCharsets.UTF_8);
            append(message, message.length);
        }
    }

    private synchronized void append(byte[] bytes, int count) {
        byte[] all = Arrays.copyOf(tail, tail.length + count);
        System.arraycopy(bytes, 0, all, tail.length, count);
        tail = all.length > KEPT ? Arrays.copyOfRange(all, all.length - KEPT, all.length) : all;
    }
}
