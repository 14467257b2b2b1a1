package io.github.oldbuffer.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No worker outlives its kit. */
class ParentWatchTests {

    private static final Duration STARTED = Duration.ofSeconds(3);

    @Test
    @Timeout(60)
    void aWorkerThatLoopsEndsWithAKitThatIsKilled() throws IOException, InterruptedException {
        Process kit = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KitThatIsKilled.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = kit.inputReader()) {
            Path folder = Path.of(said.readLine());
            List<ProcessHandle> workers = workers(kit);
            assertEquals(1, workers.size());

            kit.destroyForcibly().waitFor();

            assertTrue(ended(workers.get(0)), "the worker outlived the kit");
            assertFalse(Files.exists(folder), "the worker left its folder behind");
        } finally {
            kit.destroyForcibly();
        }
    }

    private static List<ProcessHandle> workers(Process kit) throws InterruptedException {
        List<ProcessHandle> workers = List.of();
        while (workers.isEmpty()) {
            Thread.sleep(20);
            workers = kit.children().toList();
        }
        // more than it takes to start: it is in its endless loop, whatever else the machine does
        while (workers.get(0).info().totalCpuDuration().orElse(Duration.ZERO).compareTo(STARTED) < 0) {
            Thread.sleep(20);
        }
        return workers;
    }

    private static boolean ended(ProcessHandle worker) throws InterruptedException {
        for (int tries = 0; tries < 100 && worker.isAlive(); tries++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return !worker.isAlive();
    }
}
