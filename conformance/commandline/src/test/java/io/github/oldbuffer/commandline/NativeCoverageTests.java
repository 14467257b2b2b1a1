package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.ports.PortProvider;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The search goes by the C code of a port. */
class NativeCoverageTests {

    /** Wrong in one of 16 million combinations of a length and a first byte: nobody meets it by chance. */
    private static final String NARROW = "narrow.c";

    @TempDir
    Path temporary;

    @Test
    @Timeout(300)
    @EnabledIf("io.github.oldbuffer.commandline.Clang#present")
    void aBranchThatNobodyMeetsByChanceIsFound() throws Exception {
        Ran ran = fuzz("port:" + port(), "--native", "--jobs", "1", "--duration", "200s", "--stop-on-new");
        assertEquals(ExitStatus.DEVIATES, ran.status(), ran.out() + ran.err());
        assertTrue(ran.out().contains("READ-5"), ran.out());
    }

    @Test
    void onlySourcesOfPortsCanBeWatched() throws Exception {
        for (String id : List.of("model", "port:" + temporary.resolve("port.so"))) {
            Ran ran = fuzz(id, "--native");
            assertEquals(ExitStatus.USAGE, ran.status());
            assertEquals("--native is about the C code of a port: -i port:FILE.c", ran.sentence());
        }
    }

    private Path port() throws Exception {
        URI file = NativeCoverageTests.class.getResource(NARROW).toURI();
        return Files.copy(Path.of(file), temporary.resolve(NARROW), StandardCopyOption.REPLACE_EXISTING);
    }

    private Ran fuzz(String id, String... options) {
        List<String> words = new ArrayList<>(List.of(
                "fuzz",
                "-i",
                id,
                "--corpus",
                temporary.resolve("corpus").toString(),
                "--out",
                temporary.resolve("out").toString()));
        words.addAll(List.of(options));
        return Ran.with(List.of(new PortProvider()), words.toArray(String[]::new));
    }
}
