package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.fuzzing.codec.FuzzCodec;
import io.github.oldbuffer.spec.json.ScenarioJson;
import io.github.oldbuffer.spec.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
    void a_scenario_that_asks_nothing_was_not_judged() throws IOException {
        Files.writeString(Path.of(file), ScenarioJson.write(new Scenario(List.of())));

        Ran ran = Ran.command("replay", file);

        assertEquals(ExitStatus.NOT_JUDGED, ran.status(), ran.err());
        assertTrue(ran.out().contains("  no clause was exercised\n"), ran.out());
    }

    @Test
    void a_mark_of_byte_order_is_no_part_of_a_file() throws IOException {
        Files.writeString(Path.of(file), "\uFEFF" + Files.readString(Path.of(file)));

        assertEquals(ExitStatus.CONFORMS, Ran.command("replay", file).status());
    }

    @Test
    void a_name_that_is_no_text_is_said_to_be_none() {
        Ran ran = Ran.command("replay", "a\uFFFD.json");

        assertEquals(ExitStatus.USAGE, ran.status());
        assertTrue(ran.err().contains("\"a\uFFFD.json\" has bytes that are no "), ran.err());
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
    void an_input_of_the_fuzzer_is_reduced_saved_and_replayed() throws Exception {
        Path input = temporary.resolve("crash-1");
        Scenario large = new Scenario(Stream.concat(
                        FakeProvider.oneCall().steps().stream(),
                        FakeProvider.oneCall().steps().stream().skip(1))
                .toList());
        Files.write(input, FuzzCodec.encode(large).orElseThrow());
        Path saved = temporary.resolve("least.json");

        Ran ran = Ran.command(
                "replay", input.toString(), "--input", "--reduce", "--save", saved.toString(), "-i", "wrong");

        assertEquals(ExitStatus.DEVIATES, ran.status(), ran.err());
        assertTrue(ran.out().contains("VIOLATED"), ran.out());
        assertEquals(2, ScenarioJson.read(Files.readString(saved)).steps().size());
        assertEquals(
                ExitStatus.DEVIATES,
                Ran.command("replay", saved.toString(), "-i", "wrong").status());
    }

    @Test
    void an_input_without_a_scenario_is_one_sentence() throws IOException {
        Path empty = Files.createFile(temporary.resolve("empty"));
        Ran ran = Ran.command("replay", empty.toString(), "--input");
        assertEquals(ExitStatus.USAGE, ran.status());
        assertEquals(empty + " is shorter than any input that stands for a scenario", ran.sentence());
        assertEquals(
                "there is no file nothing",
                Ran.command("replay", "nothing", "--input").sentence());
    }

    @Test
    void a_death_is_told_at_its_step() {
        Ran ran = Ran.command("replay", file, "-i", "mortal");
        assertEquals(ExitStatus.DEVIATES, ran.status());
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
