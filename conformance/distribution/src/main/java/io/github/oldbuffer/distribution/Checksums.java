package io.github.oldbuffer.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** {@code SHA256SUMS}, as {@code sha256sum -c} reads it. */
final class Checksums {

    private Checksums() {}

    static void write(List<Path> files, Path list) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : files) {
            lines.add(HexFormat.of().formatHex(sha256(file)) + "  " + file.getFileName());
        }
        Files.writeString(list, String.join("\n", lines) + "\n");
    }

    static byte[] sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream stream = new DigestInputStream(Files.newInputStream(file), digest)) {
                stream.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }
}
