package io.github.oldbuffer.ports.text;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sources as text, whatever they are encoded in. */
public final class TextFile {

    private static final long LARGEST = 8L << 20;

    private TextFile() {}

    /**
     * Reads a file.
     *
     * @return empty where it holds no text
     * @throws IOException where it cannot be read, or is too large for a source
     */
    public static String read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException("too large");
        }
        byte[] bytes = Files.readAllBytes(file);
        Charset wide = bytes.length < 2
                ? null
                : bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE
                        ? StandardCharsets.UTF_16LE
                        : bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF ? StandardCharsets.UTF_16BE : null;
        String text = new String(bytes, wide == null ? StandardCharsets.ISO_8859_1 : wide);
        return text.indexOf('\0') >= 0 ? "" : text.replaceFirst("^(\\uFEFF|\u00EF\u00BB\u00BF)", "");
    }
}
