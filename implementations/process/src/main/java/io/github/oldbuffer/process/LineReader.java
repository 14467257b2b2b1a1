package io.github.oldbuffer.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads the short lines of the protocol between kit and worker; both sides write one and wait for the other's. */
final class LineReader {

    private final InputStream stream;
    private final byte[] buffer = new byte[64];

    LineReader(InputStream stream) {
        this.stream = stream;
    }

    /**
     * The next line without its end; empty at the end of the stream.
     *
     * <p>What comes after a line in the same read, and what exceeds 64 bytes, is given as part of the line: neither
     * side ever sends two lines without an answer, so it is garbage, and the reader's caller will find that it is.
     */
    String next() throws IOException {
        int count = 0;
        while (count < buffer.length) {
            int read = stream.read(buffer, count, buffer.length - count);
            if (read < 0) {
                return "";
            }
            count += read;
            if (buffer[count - 1] == '\n') {
                return new String(buffer, 0, count - 1, StandardCharsets.ISO_8859_1);
            }
        }
        return new String(buffer, StandardCharsets.ISO_8859_1);
    }
}
