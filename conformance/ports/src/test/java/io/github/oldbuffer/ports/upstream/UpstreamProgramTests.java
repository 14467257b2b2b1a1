package io.github.oldbuffer.ports.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.probe.Command;
import io.github.oldbuffer.process.Executables;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.json.ScenarioJson;
import io.github.oldbuffer.spec.scenario.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpstreamProgramTests {

    private static final String RELEASED = """
            {"format": "oldbuffer-scenario", "version": 1, "steps": [
              {"do": "make", "object": 0, "exporter": {"kind": "bytearray", "length": 1}},
              {"do": "share", "object": 1, "of": 0, "as": "memoryview"},
              {"do": "within", "object": 1, "when": "index", "step": {"do": "release", "object": 1}},
              {"do": "share", "object": 2, "of": 1, "as": "slice"}]}
            """;

    @TempDir
    Path folder;

    @Test
    void aViewThatIsReleasedWhileItIsSlicedIsSaidInPython() throws Exception {
        Map<String, String> files = program(RELEASED).orElseThrow();
        String program = files.get(UpstreamProgram.FILE);
        assertTrue(program.contains("raised(lambda: o1[Bound(o1.release):])"), program);
        assertEquals(0, status(files), "CPython refuses the slice, and lives");
    }

    @Test
    void aWriteToMemoryThatIsGoneIsSaidInPython() throws Exception {
        String closed = """
                {"format": "oldbuffer-scenario", "version": 1, "steps": [
                  {"do": "make", "object": 0, "born": "python",
                   "exporter": {"kind": "mmap", "access": "COPY", "length": 19, "seed": 1}},
                  {"do": "share", "object": 1, "of": 0, "as": "pickle-buffer"},
                  {"do": "release", "object": 0},
                  {"do": "change", "object": 0, "offset": 17, "value": 254}]}
                """;
        Map<String, String> files = program(closed).orElseThrow();
        String program = files.get(UpstreamProgram.FILE);
        assertTrue(
                program.contains(
                        "raised(o0.close)\n    raised(lambda: memoryview(o0).cast(\"B\").__setitem__(17, 254))\n"),
                program);
        assertEquals(0, status(files), "CPython does not close it, and lives");
    }

    @Test
    void whatComesOfTheSliceIsNotLookedAt() throws Exception {
        assertEquals(
                Optional.empty(),
                program(RELEASED.replace(
                        "\"as\": \"slice\"}]}",
                        "\"as\": \"slice\"}, {\"do\": \"call\", \"function\": \"READ\", \"object\": 2}]}")));
        assertEquals(Optional.empty(), program(RELEASED.replace("\"index\"", "\"buffer\"")));
    }

    private int status(Map<String, String> files) throws Exception {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        String python =
                Executables.find("python3", System.getenv()).orElseThrow().toString();
        return Command.run(List.of(python, folder.resolve(UpstreamProgram.FILE).toString()), Duration.ofMinutes(2))
                .status();
    }

    private static Optional<Map<String, String>> program(String scenario) throws JsonException {
        Scenario read = ScenarioJson.read(scenario);
        return UpstreamProgram.of(read, List.of("It dies."), List.of(), true);
    }
}
