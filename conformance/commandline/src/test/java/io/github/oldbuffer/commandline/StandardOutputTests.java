package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class StandardOutputTests {

    @Test
    void aFullDiskIsTold() throws IOException {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "there is no device that is always full");
        StandardOutput output = new StandardOutput(new FileOutputStream(full.toFile()));
        try (PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8)) {
            out.println("lost");
        }
        assertEquals(Optional.of("No space left on device"), output.loss());
    }

    @Test
    void aReaderThatHasSeenEnoughIsNoLoss() {
        StandardOutput output = new StandardOutput(new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("Broken pipe");
            }
        });
        new PrintStream(output, true, StandardCharsets.UTF_8).println("unread");
        assertEquals(Optional.empty(), output.loss());
    }
}
