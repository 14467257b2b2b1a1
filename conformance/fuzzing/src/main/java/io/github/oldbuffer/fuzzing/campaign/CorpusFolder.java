package io.github.oldbuffer.fuzzing.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A folder of inputs, each in a file that is called by its SHA-1, as libFuzzer calls them. */
public record CorpusFolder(Path path) {

    /** Makes the folder where there is none; a corpus without inputs gets the seeds. */
    public void prepare(java.util.function.Supplier<List<byte[]>> seeds) throws IOException {
        Files.createDirectories(path);
        if (size() == 0) {
            for (byte[] seed : seeds.get()) {
                add(seed);
            }
        }
    }

    /** How many inputs there are. */
    public long size() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    /** The inputs, the shortest first, those of one length by name. */
    public List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(Files::isRegularFile)
                    .sorted(java.util.Comparator.comparingLong(
                                    (Path file) -> file.toFile().length())
                            .thenComparing(Path::getFileName))
                    .toList();
        }
    }

    public void add(byte[] input) throws IOException {
        Path file = path.resolve(name(input));
        if (!Files.exists(file)) {
            // whole or not at all
            Path part = Files.createTempFile(path.toAbsolutePath().getParent(), "input-", ".part");
            Files.write(part, input);
            Files.move(part, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static String name(byte[] input) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(input));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-1", impossible);
        }
    }
}
