package io.github.oldbuffer.consumers.reproduce;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgramTrialTests {

    private static boolean shows(String program, int seconds) throws Exception {
        return new ProgramTrial(Path.of("python3"), List.of("/usr/bin/env"), Duration.ofSeconds(seconds))
                .shows(Map.of("repro.py", program));
    }

    /** It is no reason to give up everything else that was found. */
    @Test
    void whatDoesNotEndShowsNothing() throws Exception {
        assertFalse(shows("while True: pass", 1));
    }

    @Test
    void whatEndsWithOneShowsIt() throws Exception {
        assertTrue(shows("raise SystemExit(1)", 60));
        assertFalse(shows("raise SystemExit(2)", 60));
    }
}
