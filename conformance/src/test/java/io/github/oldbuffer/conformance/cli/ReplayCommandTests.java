package io.github.oldbuffer.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.json.ScenarioJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTests {

    @TempDir
    Path temporary;

    private String file;

    @BeforeEach
    void writeScenario() throws IOException {
        file = temporary.resolve("scenario.json").toString();
        Files.writeString(Path.of(file), ScenarioJson.write(FakeProvider.oneCall()));
    }

    @Test
    void a_replay_tells_every_step_and_every_clause() {
        Ran ran = Ran.command("replay", file);

        assertEquals(ExitStatus.CONFORMS, ran.status(), ran.err());
        assertTrue(ran.out().contains("    0  Make o0 = bytes(5, seed 1) -> done\n"), ran.out());
        assertTrue(
                ran.out().contains("    1  PyObject_AsReadBuffer(o0) -> 0, pointer o0+0, length 5, bytes 0102030405"),
                ran.out());
        assertTrue(ran.out().contains("  READ-1    HOLDS\n"), ran.out());
    }

    @Test
    void a_violation_is_told_with_its_reason() {
        Ran ran = Ran.command("replay", file, "-i", "model", "-i", "wrong");

        assertEquals(ExitStatus.DEVIATES, ran.status(), ran.err());
        assertTrue(ran.out().contains("model (Model "), ran.out());
        assertTrue(ran.out().contains("wrong (Fake 1.2)\n"), ran.out());
        assertTrue(ran.out().contains("  READ-1    VIOLATED\n"), ran.out());
    }

    @Test
    void a_death_is_told_at_its_step() {
        Ran ran = Ran.command("replay", file, "-i", "mortal");
        assertEquals(ExitStatus.NOT_JUDGED, ran.status());
        assertTrue(ran.out().contains("    1  PyObject_AsReadBuffer(o0) -> CRASHED (SIGSEGV)\n"), ran.out());
    }

    @Test
    void what_is_not_supported_could_not_be_judged() {
        Ran ran = Ran.command("replay", file, "-i", "idle");
        assertEquals(ExitStatus.NOT_JUDGED, ran.status());
        assertTrue(ran.out().contains("unsupported: this"), ran.out());
    }

    @Test
    void what_does_not_start_or_breaks_down_could_not_be_judged() {
        Ran absent = Ran.command("replay", file, "-i", "absent");
        assertEquals(ExitStatus.NOT_JUDGED, absent.status());
        assertEquals("absent: the interpreter is missing; install it", absent.sentence());

        Ran broken = Ran.command("replay", file, "-i", "broken");
        assertEquals(ExitStatus.NOT_JUDGED, broken.status());
        assertTrue(broken.sentence().contains("the wire is cut"), broken.err());
    }
}
