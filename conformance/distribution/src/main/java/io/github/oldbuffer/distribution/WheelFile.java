package io.github.oldbuffer.distribution;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** A zip file with a list of the digests of all that is in it; the same files give the same bytes. */
final class WheelFile implements AutoCloseable {

    private static final int PROGRAM = 0100755;
    private static final int FILE = 0100644;

    private final ZipArchiveOutputStream zip;
    private final LocalDateTime time;
    private final StringBuilder record = new StringBuilder();

    /** @param made the time of every file */
    WheelFile(Path file, Instant made) throws IOException {
        Files.deleteIfExists(file);
        zip = new ZipArchiveOutputStream(file);
        zip.setUseZip64(Zip64Mode.Never);
        time = LocalDateTime.ofInstant(made, ZoneOffset.UTC);
    }

    void add(String name, String text) throws IOException {
        byte[] bytes = Wheel.utf8(text);
        add(name, FILE, new ByteArrayInputStream(bytes), bytes.length);
    }

    void add(String name, Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            add(name, Files.isExecutable(file) ? PROGRAM : FILE, stream, Files.size(file));
        }
    }

    /** Writes the list, which has no digest of itself. */
    void record(String name) throws IOException {
        add(name, record + name + ",,\n");
    }

    private void add(String name, int mode, InputStream content, long size) throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setTimeLocal(time);
        entry.setUnixMode(mode);
        MessageDigest digest = sha256();
        zip.putArchiveEntry(entry);
        new DigestInputStream(content, digest).transferTo(zip);
        zip.closeArchiveEntry();
        String sum = Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
        record.append(quoted(name))
                .append(",sha256=")
                .append(sum)
                .append(",")
                .append(size)
                .append("\n");
    }

    private static String quoted(String name) {
        return name.contains(",") || name.contains("\"") ? "\"" + name.replace("\"", "\"\"") + "\"" : name;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
