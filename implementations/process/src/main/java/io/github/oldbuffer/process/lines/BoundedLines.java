package io.github.oldbuffer.process.lines;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Reads lines of UTF-8 from a program that may write anything, and never keeps more than a line may have. */
final class BoundedLines {

    /** Bytes of the longest line, its end not included. */
    static final int LONGEST = 16 << 20;

    private final InputStream stream;
    private final int longest;
    private final byte[] buffer = new byte[8192];
    private int start;
    private int end;
    private long number;
    private boolean ended;

    BoundedLines(InputStream stream) {
        this(stream, LONGEST);
    }

    /** @param longest bytes of a line, its end not included */
    BoundedLines(InputStream stream, int longest) {
        this.stream = stream;
        this.longest = longest;
    }

    /**
     * The next line without its end.
     *
     * @return {@code null} at the end of the stream
     * @throws ProtocolException where the line is too long, is not UTF-8, or the stream ends in the middle of it; what
     *     follows is not to be read any more
     */
    String next() throws IOException, ProtocolException {
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        while (true) {
            if (start == end && !fill()) {
                if (line.size() == 0) {
                    return null;
                }
                ended = true;
                throw ProtocolException.line("it ends in the middle");
            }
            int newline = indexOfNewline();
            int stop = newline < 0 ? end : newline;
            if (line.size() + (stop - start) > longest) {
                throw ProtocolException.line("it is longer than " + longest + " bytes");
            }
            line.write(buffer, start, stop - start);
            start = newline < 0 ? end : newline + 1;
            if (newline >= 0) {
                return decode(line.toByteArray());
            }
        }
    }

    /** The number of the line that was read last, wrong ones and the end of the stream included; the first is 1. */
    long number() {
        return number;
    }

    /** Whether the stream ended in the middle of a line. */
    boolean endedInTheMiddle() {
        return ended;
    }

    private boolean fill() throws IOException {
        start = 0;
        end = Math.max(0, stream.read(buffer));
        return end > 0;
    }

    private int indexOfNewline() {
        for (int i = start; i < end; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static String decode(byte[] line) throws ProtocolException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(line))
                    .toString();
        } catch (CharacterCodingException e) {
            throw ProtocolException.line("it is not UTF-8");
        }
    }
}
