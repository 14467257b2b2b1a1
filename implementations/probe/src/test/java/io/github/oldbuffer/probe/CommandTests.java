package io.github.oldbuffer.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTests {

    /** A shell ends at once; what it has started would keep a processor busy for ever. */
    @Test
    void whatTakesTooLongIsEndedWithAllThatItStarted(@TempDir Path folder) throws Exception {
        Path told = folder.resolve("pid");
        List<String> words = List.of("sh", "-c", "sleep 300 & echo $! > \"$1\"; wait", "sh", told.toString());
        assertThrows(TimeLimitException.class, () -> Command.run(words, Duration.ofSeconds(2)));
        Optional<ProcessHandle> started =
                ProcessHandle.of(Long.parseLong(Files.readString(told).strip()));
        if (started.isPresent()) {
            started.get().onExit().get(10, TimeUnit.SECONDS);
            assertFalse(started.get().isAlive());
        }
    }

    /** More than a pipe holds, so that the command waits until somebody reads it. */
    @Test
    void errorsAreReadWhileThereIsMoreOutputToCome() throws Exception {
        List<String> words = List.of("sh", "-c", "head -c 1000000 /dev/zero >&2; echo done");
        Command.Result result = Command.run(words, Duration.ofSeconds(30));
        assertEquals("done\n", result.output());
        assertEquals(1_000_000, result.errors().length());
    }
}
