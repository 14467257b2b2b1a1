package io.github.oldbuffer.cpython.checked;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.BytesIoBuffer;
import io.github.oldbuffer.spec.exporter.Ctypes;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Geometry;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.Mmap;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.exporter.ViewOperation;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.packed.PackedScenarios;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The probe's C under sanitizers: no run may end in a report or in a death. */
class CheckedProbeTests {

    private static final String OVERFLOW = """
            #include <stdlib.h>
            int main(int count, char **arguments) {
                (void)arguments;
                volatile char *memory = malloc((size_t)count);
                char behind = memory[count];
                free((void *)memory);
                return behind == 1;
            }
            """;

    private static CheckedProbe probe;

    @TempDir
    Path folder;

    @BeforeAll
    static void compile() throws UnavailableException {
        probe = CheckedProbe.compile();
    }

    @Test
    void whatTheSanitizersAreForIsSeen() throws UnavailableException, IOException {
        String report = probe.run(OVERFLOW).errors();
        assertEquals(probe.sanitized(), report.contains("heap-buffer-overflow"), report);
    }

    @Test
    void theBehaviourIsAsExpected() throws UnavailableException, IOException {
        String told = probe.python(
                "behaviour.py", folder, List.of(folder.resolve("scripts").toString()));
        assertTrue(told.endsWith("OK\n"), told);
    }

    @Test
    void sensibleBatchesAndTheirMutantsDoNoHarm() throws UnavailableException, IOException {
        Path batches = Files.createDirectory(folder.resolve("batches"));
        probe.python("generate.py", folder, List.of("20261122", "300", batches.toString()));
        List<String> arguments = new ArrayList<>(List.of("7", "3000"));
        try (Stream<Path> files = Files.list(batches)) {
            files.map(Path::toString).sorted().forEach(arguments::add);
        }
        String told = probe.drive("fuzz", folder, arguments);
        assertTrue(told.startsWith("3000 runs: "), told);
    }

    @Test
    void runningOutOfMemoryDoesNoHarm() throws UnavailableException, IOException {
        List<String> arguments = new ArrayList<>(List.of("1000"));
        // array('u') is not here: its deprecation crashes CPython itself where there is no memory to warn
        for (Exporter exporter : List.of(
                new Bytes(70, 1, true),
                new ByteArray(70, 1, true),
                new Array('i', 20, 1),
                new BytesIoBuffer(70, 1),
                new Mmap(Mmap.Access.READ, 70, 1),
                new Mmap(Mmap.Access.WRITE, 1L << 31, 1),
                new Ctypes(Ctypes.Shape.STRUCTURE, 'd', 9, 1),
                new MemoryView(
                        new Array('i', 30, 1),
                        List.of(
                                new ViewOperation.Cast('B', null),
                                new ViewOperation.Slice(5L, 69L, 1),
                                new ViewOperation.Cast('h', List.of(4L, 8L)),
                                new ViewOperation.ToReadonly())),
                new PythonClass(new ByteArray(70, 1, false), PythonClass.Answer.VIEW, null, true),
                redirecting(Scripted.flat(1L << 40, 1, false)),
                indirect())) {
            arguments.add(write(everyStep(exporter)).toString());
        }
        String told = probe.drive("starve", folder, arguments);
        assertTrue(told.startsWith("11 batches, "), told);
    }

    private static Scripted redirecting(Exporter target) {
        return new Scripted(0, 0, Geometry.flat(0), false, null, Scripted.Owner.OTHER, target, false, true, Set.of());
    }

    private static Scripted indirect() {
        Geometry geometry = new Geometry(0, 1, "B", List.of(3L, 4L), null, true);
        return new Scripted(12, 1, geometry, false, null, Scripted.Owner.SELF, null, false, true, Set.of());
    }

    private static Scenario everyStep(Exporter exporter) {
        List<Step> steps =
                new ArrayList<>(List.of(new Step.Make(0, exporter), new Step.Acquire(0, 0, Request.FULL_RO)));
        for (Function function : Function.values()) {
            steps.add(Step.Call.of(function, 0));
        }
        steps.addAll(List.of(
                new Step.ReleaseView(0),
                new Step.Poke(0, 3, 1),
                new Step.Change(0, 4, 1),
                new Step.Resize(0, 200),
                new Step.Peek(Function.READ, 0),
                new Step.Resize(0, 20),
                Step.Call.of(Function.WRITE, 0),
                new Step.Peek(Function.WRITE, 0),
                new Step.Parse(0, Step.Code.W_STAR),
                new Step.Acquire(1, 0, Request.FULL),
                new Step.Release(0),
                new Step.Drop(0)));
        return new Scenario(steps);
    }

    private Path write(Scenario scenario) throws IOException {
        ByteBuffer batch = PackedScenarios.encode(List.of(scenario), ByteBuffer.allocate(1 << 10));
        return Files.write(
                Files.createTempFile(folder, "scenario", ".batch"), Arrays.copyOf(batch.array(), batch.limit()));
    }
}
