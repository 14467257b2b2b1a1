package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.ports.ExamplePort;
import io.github.oldbuffer.reports.json.ResultsException;
import io.github.oldbuffer.reports.json.ResultsJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code port --watch} judges again once a file is saved. */
class PortWatchTests {

    @TempDir
    private Path folder;

    @Test
    @Timeout(180)
    void whatIsSavedIsJudged() throws Exception {
        Path port = Files.copy(ExamplePort.file("faulty/never_released.c"), folder.resolve("port.c"));
        FutureTask<Ran> watching = new FutureTask<>(() -> Ran.command(
                "port",
                port.toString(),
                "--watch",
                "--contract-only",
                "--tries",
                "15",
                "--seed",
                "1",
                "--out",
                folder.resolve("report").toString()));
        Thread thread = new Thread(watching);
        thread.start();
        await(false);
        Files.writeString(port, "#error in the middle of a word\n");
        Files.copy(ExamplePort.file("faithful.c"), port, StandardCopyOption.REPLACE_EXISTING);
        await(true);
        // it looks at the files now, or will: an interruption ends it at the next look
        thread.interrupt();
        Ran ran = watching.get(60, TimeUnit.SECONDS);
        assertTrue(ran.err().contains("watching port.c"), ran.err());
        assertTrue(ran.out().contains("Yes ("), ran.out());
        assertEquals(ExitStatus.CONFORMS, ran.status(), ran.err());
    }

    private void await(boolean conforms) throws Exception {
        while (!conforms(conforms)) {
            Thread.sleep(100);
        }
        Thread.sleep(1000);
    }

    private boolean conforms(boolean wanted) {
        try {
            Path file = folder.resolve("report/results.json");
            return Files.exists(file)
                    && ResultsJson.read(Files.readString(file)).runs().get(0).conforms() == wanted;
        } catch (IOException | ResultsException halfWritten) {
            return false;
        }
    }
}
