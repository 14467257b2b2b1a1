package io.github.oldbuffer.ports.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.model.ModelProvider;
import io.github.oldbuffer.ports.reproduce.Aspect;
import io.github.oldbuffer.ports.reproduce.Check;
import io.github.oldbuffer.probe.Command;
import io.github.oldbuffer.process.Executables;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Geometry;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.NonBuffer;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.json.ScenarioJson;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.spec.transcript.ViewFields;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpstreamProgramTests {

    private static final String RELEASED = """
            {"format": "oldbuffer-scenario", "version": 1, "steps": [
              {"do": "make", "object": 0, "exporter": {"kind": "bytearray", "length": 1}},
              {"do": "share", "object": 1, "of": 0, "as": "memoryview"},
              {"do": "within", "object": 1, "when": "index", "step": {"do": "release", "object": 1}},
              {"do": "share", "object": 2, "of": 1, "as": "slice"}]}
            """;

    /** One after the other, in rows, in columns, with gaps, behind pointers, none, an item without dimensions. */
    private static final List<Geometry> GEOMETRIES = List.of(
            new Geometry(0, 2, "H", List.of(2L, 3L), null, false),
            new Geometry(0, 1, null, List.of(2L, 3L), List.of(1L, 2L), false),
            new Geometry(11, 2, "h", List.of(3L), List.of(-4L), false),
            new Geometry(1, 1, null, List.of(2L, 2L), List.of(4L, 1L), true),
            new Geometry(0, 4, "i", List.of(2L, 0L), List.of(8L, 4L), false),
            new Geometry(0, 1, null, List.of(), null, false));

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

    /** The memoryview that getbuffer gives leads to no stream. */
    @Test
    void buffersOfOneStreamAreMadeByTheStream() throws Exception {
        String twice = """
                {"format": "oldbuffer-scenario", "version": 1, "steps": [
                  {"do": "make", "object": 0, "exporter": {"kind": "bytesio", "length": 2, "seed": 1}},
                  {"do": "share", "object": 1, "of": 0, "as": "getbuffer"},
                  {"do": "share", "object": 2, "of": 1, "as": "getbuffer"}]}
                """;
        assertEquals(0, status(program(twice).orElseThrow()));
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

    /** The module's exporter answers each request as the model's does, which is what the document says. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void memoryOfAnyLayoutIsATypeOfTheModule(boolean readonly) throws Exception {
        for (Geometry geometry : GEOMETRIES) {
            Exporter exporter =
                    new Scripted(16, 1, geometry, readonly, null, Scripted.Owner.SELF, null, false, true, Set.of());
            List<Step> steps = new ArrayList<>(List.of(new Step.Make(0, exporter)));
            for (Request request : Request.values()) {
                steps.add(new Step.Acquire(0, 0, request));
                steps.add(new Step.ReleaseView(0));
            }
            Scenario scenario = new Scenario(steps);
            Map<String, String> files = program(scenario, checks(scenario)).orElseThrow();
            assertEquals(0, status(files), geometry.toString());
        }
    }

    /** Those that a memoryview hands on, of which CPython's own are right. */
    @Test
    void aFieldThatIsNotAsItShouldBeEndsTheProgramWithOne() throws Exception {
        Geometry behindPointers = new Geometry(1, 2, "h", List.of(2L, 2L), List.of(4L, 2L), true);
        Exporter exporter =
                new Scripted(16, 1, behindPointers, true, null, Scripted.Owner.SELF, null, false, true, Set.of());
        Scenario scenario = new Scenario(List.of(
                new Step.Make(0, new MemoryView(exporter, List.of())), new Step.Acquire(0, 0, Request.FULL_RO)));
        List<Check> right = List.of(
                new Check(1, Aspect.GRANTED, "granted", "refused"),
                new Check(1, Aspect.LENGTH, "8", "0"),
                new Check(1, Aspect.READONLY, "1", "0"),
                new Check(1, Aspect.FORMAT, "h", "NULL"),
                new Check(1, Aspect.ITEMSIZE, "2", "0"),
                new Check(1, Aspect.NDIM, "2", "0"),
                new Check(1, Aspect.SHAPE, "[2, 2]", "NULL"),
                new Check(1, Aspect.STRIDES, "[8, 2]", "NULL"),
                new Check(1, Aspect.SUBOFFSETS, "given", "NULL"));
        Map<String, String> files = program(scenario, right).orElseThrow();
        assertEquals(0, status(files));
        assertTrue(files.get(ModuleText.FILE).lines().count() < 100, files.get(ModuleText.FILE));
        List<Check> wrong = right.stream()
                .map(check -> new Check(1, check.aspect(), check.observed(), check.expected()))
                .toList();
        Command.Result result = run(program(scenario, wrong).orElseThrow());
        assertEquals(1, result.status());
        for (Check check : right) {
            assertTrue(
                    result.output().contains("  expected: " + check.observed() + "\n  observed: " + check.expected()),
                    check + " in " + result.output());
        }
    }

    @Test
    void aCodeThatRefusesWithoutAnExceptionIsTold() throws Exception {
        Scenario refused = new Scenario(
                List.of(new Step.Make(0, new NonBuffer(NonBuffer.Kind.OBJECT)), new Step.Parse(0, Step.Code.S_STAR)));
        assertEquals(
                0,
                status(program(refused, List.of(new Check(1, Aspect.REFUSAL, "an exception", "none")))
                        .orElseThrow()));
        Scenario none = new Scenario(
                List.of(new Step.Make(0, new NonBuffer(NonBuffer.Kind.NONE)), new Step.Parse(0, Step.Code.Z_HASH)));
        assertEquals(
                0,
                status(program(
                                none,
                                List.of(
                                        new Check(1, Aspect.LENGTH, "0", "3"),
                                        new Check(1, Aspect.NO_POINTER, "NULL", "given")))
                        .orElseThrow()));
    }

    /** What the model's transcript says of every view. */
    private static List<Check> checks(Scenario scenario) throws Exception {
        Transcript right =
                new ModelProvider().open("model").run(List.of(scenario)).get(0);
        List<Check> checks = new ArrayList<>();
        for (int i = 1; i < right.events().size(); i += 2) {
            Event.Viewed viewed = (Event.Viewed) right.events().get(i);
            checks.add(new Check(i, Aspect.GRANTED, viewed.granted() ? "granted" : "refused", "otherwise"));
            if (viewed.granted()) {
                ViewFields fields = viewed.fields();
                checks.add(new Check(i, Aspect.LENGTH, Long.toString(viewed.length()), "otherwise"));
                checks.add(new Check(i, Aspect.READONLY, fields.readonly() ? "1" : "0", "otherwise"));
                checks.add(new Check(i, Aspect.SHAPE, fields.shape() == null ? "NULL" : "given", "otherwise"));
                checks.add(new Check(i, Aspect.STRIDES, fields.strides() == null ? "NULL" : "given", "otherwise"));
                checks.add(
                        new Check(i, Aspect.SUBOFFSETS, fields.suboffsets() == null ? "NULL" : "given", "otherwise"));
                checks.add(
                        new Check(i, Aspect.FORMAT, fields.format() == null ? "NULL" : fields.format(), "otherwise"));
            }
        }
        return checks;
    }

    private int status(Map<String, String> files) throws Exception {
        Command.Result result = run(files);
        assertEquals("", result.errors());
        return result.status();
    }

    private Command.Result run(Map<String, String> files) throws Exception {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        String python =
                Executables.find("python3", System.getenv()).orElseThrow().toString();
        return Command.run(List.of(python, folder.resolve(UpstreamProgram.FILE).toString()), Duration.ofMinutes(2));
    }

    private static Optional<Map<String, String>> program(Scenario scenario, List<Check> checks) {
        return UpstreamProgram.of(scenario, List.of("It is wrong."), checks, false);
    }

    private static Optional<Map<String, String>> program(String scenario) throws JsonException {
        Scenario read = ScenarioJson.read(scenario);
        return UpstreamProgram.of(read, List.of("It dies."), List.of(), true);
    }
}
