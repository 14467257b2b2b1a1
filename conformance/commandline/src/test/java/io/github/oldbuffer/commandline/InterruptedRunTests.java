package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.commandline.journal.JournalFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C of a run says how to go on, and that is true. */
class InterruptedRunTests {

    @TempDir
    Path temporary;

    @Test
    @Timeout(240)
    void anInterruptedRunSaysHowToGoOnAndGoesOn() throws Exception {
        Path out = temporary.resolve("a report");
        Process kit = kit(
                "interrupted",
                "-i",
                "model",
                "--tries",
                "200000",
                "--seed",
                "7",
                "--clauses",
                "READ-1",
                "--out",
                out.toString());
        Path log = temporary.resolve("interrupted");
        while (kit.isAlive() && !(JournalFile.isIn(out) && Files.readString(log).contains("seed 7"))) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        TimeUnit.MILLISECONDS.sleep(300); // it judges
        new ProcessBuilder("kill", "-INT", String.valueOf(kit.pid())).start().waitFor();
        assertTrue(kit.waitFor(60, TimeUnit.SECONDS), "the kit hangs");
        String told = Files.readString(log);
        assertEquals(128 + 2, kit.exitValue(), told);
        assertTrue(told.contains("interrupted; ./conform run --resume '" + out + "' goes on"), told);

        Process resumed = kit("resumed", "--resume", out.toString());
        assertTrue(resumed.waitFor(180, TimeUnit.SECONDS), "the kit hangs");
        assertEquals(ExitStatus.CONFORMS, resumed.exitValue(), Files.readString(temporary.resolve("resumed")));
        assertFalse(JournalFile.isIn(out));
    }

    private Process kit(String log, String... options) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                // what a shell starts in the background ignores SIGINT, and so does all that it starts
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Conform.class.getName(),
                "run"));
        words.addAll(List.of(options));
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve(log).toFile())
                .start();
    }
}
