package io.github.oldbuffer.fuzzing.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The corpus that a target begins with, as engines take it: a zip file with one file for each input. */
final class SeedZip {

    private SeedZip() {}

    static void write(Path file, List<byte[]> seeds) throws IOException {
        Map<String, byte[]> content = new LinkedHashMap<>();
        for (byte[] seed : seeds) {
            content.put(String.format("seed-%04d", content.size()), seed);
        }
        Zip.write(file, content);
    }
}
