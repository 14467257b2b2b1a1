package io.github.oldbuffer.consumers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.consumers.scan.Sandbox;
import io.github.oldbuffer.probe.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs in the sandbox leaves no trace outside. */
class SandboxTests {

    private static Command.Result run(String script, String... more) throws Exception {
        List<String> words = new ArrayList<>(Sandbox.words(System.getenv()));
        words.addAll(List.of("/bin/sh", "-c", script, "sh"));
        words.addAll(List.of(more));
        return Command.run(words, Duration.ofSeconds(30));
    }

    @Test
    void filesOutsideCanBeReadAndNotChanged(@TempDir Path folder) throws Exception {
        Path kept = Files.writeString(folder.resolve("kept"), "kept");
        Command.Result result =
                run("cat \"$1/kept\"; rm -f \"$1/kept\"; echo more >\"$1/new\"; exit 3", folder.toString());
        assertEquals(3, result.status(), result.errors());
        assertEquals("kept", result.output());
        assertEquals("kept", Files.readString(kept));
        assertFalse(Files.exists(folder.resolve("new")));
    }

    @Test
    void temporaryFilesCanBeWrittenAndAreGoneAfterwards() throws Exception {
        String name = "oldbuffer-sandbox-" + ProcessHandle.current().pid();
        Command.Result result = run("pwd; echo x >\"$TMPDIR/" + name + "\" && ls \"$TMPDIR\"");
        assertTrue(result.output().contains(name), result.errors());
        assertFalse(Files.exists(Path.of("/dev/shm", name)));
    }

    @Test
    void processesOutsideCannotBeKilled() throws Exception {
        Process outside = new ProcessBuilder("sleep", "60").start();
        try {
            run("kill -9 -1; kill -9 " + outside.pid() + "; exit 0");
            assertTrue(outside.isAlive());
        } finally {
            outside.destroyForcibly();
        }
    }

    @Test
    void whatItStartsEndsWithIt() throws Exception {
        String mark = "60." + ProcessHandle.current().pid();
        run("sleep " + mark + " & exit 0");
        assertTrue(ProcessHandle.allProcesses()
                .noneMatch(process -> process.info().commandLine().orElse("").contains("sleep " + mark)));
    }

    @Test
    void thereIsNoNetwork() throws Exception {
        assertEquals("", run("grep -v -e lo: -e '|' /proc/net/dev; exit 0").output());
    }

    @Test
    void itIsNobodyAndTellsHowACommandEnds() throws Exception {
        assertEquals("65534", run("id -u").output().strip());
        assertEquals(139, run("kill -SEGV $$").status());
    }
}
