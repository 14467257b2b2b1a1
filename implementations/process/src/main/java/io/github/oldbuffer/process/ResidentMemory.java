package io.github.oldbuffer.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** How much of the machine's memory a process takes. */
public final class ResidentMemory {

    /** Files that are mapped count as well where pages of them are present. */
    private static final long PAGE_BYTES = 4096;

    private ResidentMemory() {}

    /**
     * Bytes of memory that a process has touched, with pages of {@value #PAGE_BYTES} bytes at least; 0 where this
     * system does not tell, or the process has ended.
     */
    public static long of(long pid) {
        try {
            String status = Files.readString(Path.of("/proc/" + pid + "/statm"), StandardCharsets.US_ASCII);
            return Long.parseLong(status.split(" ")[1]) * PAGE_BYTES;
        } catch (NoSuchFileException ended) {
            return 0;
        } catch (IOException ended) {
            // a process that ends while it is looked at gives an error of its own
            return 0;
        }
    }
}
