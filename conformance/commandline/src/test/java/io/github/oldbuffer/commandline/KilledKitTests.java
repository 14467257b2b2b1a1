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
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The kit itself, killed again and again, ends with the results of a run that nobody disturbed. */
class KilledKitTests {

    private static final int KILLS = 20;
    private static final int LONGEST_LIFE_MILLIS = 1_500;
    private static final List<String> OPTIONS =
            List.of("-i", "model", "-i", "cpython", "--seed", "7", "--tries", "1500", "--known", "none");

    @TempDir
    Path temporary;

    @Test
    @Timeout(600)
    void aKitThatIsKilledTwentyTimesEndsAsIfItHadNotBeen() throws Exception {
        Path undisturbed = temporary.resolve("undisturbed");
        assertEquals(ExitStatus.DEVIATES, end(begin(undisturbed)));
        String results = StoredResults.unmeasured(undisturbed);

        Random random = new Random(20261122);
        int kills = 0;
        int runs = 0;
        while (kills < KILLS) {
            Path out = temporary.resolve("killed-" + runs++);
            Process kit = begin(out);
            while (kills < KILLS && killed(kit, out, random.nextInt(LONGEST_LIFE_MILLIS))) {
                kills++;
                kit = JournalFile.isIn(out) ? resume(out) : begin(out);
            }
            assertEquals(ExitStatus.DEVIATES, end(kit));
            assertEquals(results, StoredResults.unmeasured(out), "after " + kills + " kills");
            assertFalse(JournalFile.isIn(out));
        }
        assertEquals(List.of(), survivors());
    }

    /** Kills the kit some time after its journal began; false where it had ended by itself. */
    private static boolean killed(Process kit, Path out, int millis) throws InterruptedException {
        while (kit.isAlive() && !JournalFile.isIn(out)) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        if (kit.waitFor(millis, TimeUnit.MILLISECONDS)) {
            return false;
        }
        kit.destroyForcibly().waitFor();
        return kit.exitValue() == 128 + 9;
    }

    private Process begin(Path out) throws IOException {
        List<String> words = new ArrayList<>(OPTIONS);
        words.addAll(List.of("--out", out.toString()));
        return kit(words);
    }

    private Process resume(Path out) throws IOException {
        return kit(List.of("--resume", out.toString()));
    }

    private Process kit(List<String> options) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                // the workers' folders are made there, and stand on their command lines
                "-Djava.io.tmpdir=" + workers(),
                "-cp",
                System.getProperty("java.class.path"),
                Conform.class.getName(),
                "run"));
        words.addAll(options);
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        temporary.resolve("log").toFile()))
                .start();
    }

    private Path workers() throws IOException {
        return Files.createDirectories(temporary.resolve("workers"));
    }

    private int end(Process kit) throws Exception {
        assertTrue(kit.waitFor(2, TimeUnit.MINUTES), "the kit hangs");
        int status = kit.exitValue();
        assertEquals(ExitStatus.DEVIATES, status, () -> log());
        return status;
    }

    private String log() {
        try {
            return Files.readString(temporary.resolve("log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Workers that have not noticed within ten seconds that their kit is gone. */
    private List<String> survivors() throws Exception {
        List<String> left = List.of();
        for (int i = 0; i < 100; i++) {
            left = ProcessHandle.allProcesses()
                    .map(process -> process.info().commandLine().orElse(""))
                    .filter(line -> line.contains(temporary.toString()))
                    .toList();
            if (left.isEmpty()) {
                return left;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return left;
    }
}
