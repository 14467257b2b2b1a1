package io.github.oldbuffer.process.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No program outlives its kit. */
class GuardTests {

    @Test
    @Timeout(60)
    void programsEndWithAKitThatIsKilled() throws IOException, InterruptedException {
        Process kit = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KitThatIsKilled.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = kit.inputReader()) {
            assertEquals("ready", said.readLine());
            TimeUnit.MILLISECONDS.sleep(300);
            // the program that loops, the spare one, and the guard
            List<ProcessHandle> family = kit.descendants().toList();
            assertTrue(family.size() >= 3, family::toString);

            kit.destroyForcibly().waitFor();

            for (int tries = 0; tries < 100 && family.stream().anyMatch(ProcessHandle::isAlive); tries++) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            assertEquals(
                    List.of(), family.stream().filter(ProcessHandle::isAlive).toList());
        } finally {
            kit.destroyForcibly();
        }
    }
}
