package io.github.oldbuffer.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuiltProbesTests {

    private static final String SOABI = "cpython-312-x86_64-linux-gnu";

    @Test
    void a_library_is_for_one_binary_interface(@TempDir Path folder) throws Exception {
        Path probe = Files.createFile(folder.resolve(BuiltProbes.probeName(SOABI)));
        BuiltProbes built = new BuiltProbes(folder);
        assertEquals(Optional.of(probe), built.probe(SOABI));
        assertFalse(built.areFor(SOABI), "there is no module yet");
        Path module = Files.createFile(folder.resolve(BuiltProbes.moduleName(BuiltProbes.MODULE, SOABI)));
        assertEquals(Optional.of(module), built.module(BuiltProbes.MODULE, SOABI));
        assertTrue(built.areFor(SOABI));
        // a build with another interface, and a Python that calls its own by no name
        assertFalse(built.areFor("cpython-312d-x86_64-linux-gnu"));
        assertFalse(built.areFor(""));
        assertEquals(Optional.empty(), built.jniShim());
    }

    @Test
    void a_process_that_was_not_told_of_any_has_none() {
        assertFalse(BuiltProbes.ofProcess().areFor(SOABI));
    }
}
