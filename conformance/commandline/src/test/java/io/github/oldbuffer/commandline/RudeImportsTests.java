package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Modules that do when they are imported what no module should. */
class RudeImportsTests {

    private static final String TAKING = "\ndef f(data):\n    return memoryview(data).nbytes\n";

    private static final Map<String, String> MODULES = Map.of(
            "rude_dies", "import os\nos._exit(3)",
            "rude_killed", "import os\nos.kill(os.getpid(), 11)",
            "rude_exits", "import sys\nsys.exit(4)",
            "rude_wrong", "def f(:",
            "rude_raises", "raise RuntimeError('two\\nlines')",
            "rude_prints", "import os, sys\nprint('out')\nos.write(1, b'raw')\nsys.stderr.write('err')",
            "rude_forks", "import os\nos.fork()",
            "rude_threads", "import threading, time\nthreading.Thread(target=lambda: time.sleep(60)).start()");

    @TempDir
    private Path folder;

    @BeforeEach
    void modules() throws Exception {
        for (Map.Entry<String, String> module : MODULES.entrySet()) {
            Files.writeString(folder.resolve(module.getKey() + ".py"), module.getValue() + TAKING);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rude_dies.f(_)|2|rude_dies.f(_) cannot be prepared: the process ended, CRASHED (exit status 3)",
                "rude_killed.f(_)|2|rude_killed.f(_) cannot be prepared: the process ended, CRASHED (SIGSEGV",
                "rude_exits.f(_)|2|the module rude_exits cannot be imported: SystemExit: 4",
                "rude_wrong.f(_)|2|the module rude_wrong cannot be imported: SyntaxError",
                "rude_raises.f(_)|2|the module rude_raises cannot be imported: RuntimeError: two lines",
                "rude_threads.f(_)|0|"
            })
    void aCallSaysWhatTheImportDoes(String expression, int status, String sentence) {
        Ran ran = Ran.command(
                "call", expression, "--path", folder.toString(), "--seed", "1", "--out", folder + "/report");
        assertEquals(status, ran.status(), ran.err());
        assertTrue(ran.err().contains(sentence == null ? "" : sentence), ran.err());
        assertFalse(ran.err().contains("\tat "), ran.err());
    }

    @Test
    void aScanGoesOnWithEverythingElse() {
        Ran ran = Ran.command(
                "scan",
                "rude_dies",
                "rude_killed",
                "rude_exits",
                "rude_forks",
                "rude_prints",
                "rude_threads",
                "rude_wrong",
                "--path",
                folder.toString(),
                "--seed",
                "1",
                "--out",
                folder + "/report");
        assertEquals(ExitStatus.NOT_JUDGED, ran.status(), ran.err());
        assertTrue(ran.out().contains("3 calls judged"), ran.out());
        for (String rude : new String[] {"rude_dies", "rude_killed", "rude_exits", "rude_wrong"}) {
            assertTrue(ran.err().contains("left out: " + rude + ": "), ran.err());
        }
        assertFalse(ran.err().contains("\tat "), ran.err());
    }

    @Test
    void anEmptyNameIsWrongUsage() {
        assertEquals(ExitStatus.USAGE, Ran.command("scan", "").status());
    }
}
