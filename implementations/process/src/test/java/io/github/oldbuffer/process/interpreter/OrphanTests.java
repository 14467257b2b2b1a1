package io.github.oldbuffer.process.interpreter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No interpreter outlives its kit, and none leaves its folder behind. */
class OrphanTests {

    @Test
    @Timeout(120)
    void anInterpreterEndsWithAKitThatIsKilled() throws IOException, InterruptedException {
        for (Path path : PyPys.find()) {
            Process kit = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            KitThatIsKilled.class.getName(),
                            path.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (BufferedReader said = kit.inputReader()) {
                Path folder = Path.of(said.readLine());
                assertEquals("ready", said.readLine());
                List<ProcessHandle> workers = kit.descendants().toList();
                assertEquals(1, workers.size());

                kit.destroyForcibly().waitFor();

                for (int tries = 0; tries < 100 && workers.get(0).isAlive(); tries++) {
                    TimeUnit.MILLISECONDS.sleep(100);
                }
                assertFalse(workers.get(0).isAlive(), "the worker outlived the kit");
                assertFalse(Files.exists(folder), "the worker left its folder behind");
            } finally {
                kit.destroyForcibly();
            }
        }
    }
}
