package io.github.oldbuffer.ports.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.cpython.CPythonProvider;
import io.github.oldbuffer.probe.Command;
import io.github.oldbuffer.spec.exporter.Geometry;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.scenario.Function;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleTextTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void allPartsCompileWithoutWarnings(boolean all) throws Exception {
        CallText call = new CallText(EnumSet.allOf(Function.class), all, all, all, all, true);
        List<LaidOut> laidOut = List.of(
                new LaidOut(Scripted.flat(3, 1, true), "o0"),
                new LaidOut(
                        new Scripted(
                                9,
                                1,
                                new Geometry(1, 2, "h", List.of(2L, 2L), List.of(4L, 2L), true),
                                false,
                                null,
                                Scripted.Owner.NOBODY,
                                null,
                                false,
                                all,
                                Set.of()),
                        "o1"));
        compiles(ModuleText.of(EnumSet.allOf(Part.class), call, laidOut));
    }

    /** What is called with exporters that pass requests on to others is the longest of all. */
    @ParameterizedTest
    @EnumSource(Function.class)
    void aCallOfOneFunctionIsAModuleOfFewLines(Function function) throws Exception {
        for (boolean nulls : new boolean[] {false, true}) {
            CallText call = new CallText(EnumSet.of(function), nulls, nulls, !nulls, !nulls, false);
            Set<Part> parts = EnumSet.of(Part.CALL, Part.COUNTS, Part.EXPORTER);
            String text = ModuleText.of(parts, call, List.of());
            assertTrue(text.lines().count() < 100, () -> text.lines().count() + " lines:\n" + text);
            compiles(text);
        }
    }

    /** They fill no Py_buffer: what is given one, and releases it, dies. */
    @Test
    void codesWithoutAStarGiveAPointerAndALength() {
        String text = ModuleText.of(EnumSet.of(Part.PARSE), null, List.of());
        assertTrue(text.contains("PyArg_ParseTuple(tuple, code, &start, &length)"), text);
        assertTrue(text.contains("if (done && pinned) {"), text);
    }

    private void compiles(String text) throws Exception {
        Path source = Files.writeString(folder.resolve(ModuleText.FILE), text);
        List<String> command = new ArrayList<>(List.of("cc", "-std=c99", "-Wall", "-Wextra", "-Werror"));
        // functions of a module have arguments that they do not look at, and tables of few fields
        command.addAll(List.of("-Wno-unused-parameter", "-Wno-missing-field-initializers", "-fsyntax-only"));
        CPythonProvider.python(CPythonProvider.BUNDLED).includes().forEach(include -> command.add("-I" + include));
        command.add(source.toString());
        Command.Result result = Command.run(command, Duration.ofMinutes(1));
        assertEquals(0, result.status(), result.output());
    }
}
