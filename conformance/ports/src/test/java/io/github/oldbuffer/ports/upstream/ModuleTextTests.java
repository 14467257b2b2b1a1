package io.github.oldbuffer.ports.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.cpython.CPythonProvider;
import io.github.oldbuffer.probe.Command;
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

class ModuleTextTests {

    @TempDir
    Path folder;

    @Test
    void allPartsCompileWithoutWarnings() throws Exception {
        compiles(ModuleText.of(EnumSet.allOf(Part.class), EnumSet.allOf(Function.class), List.of()));
    }

    @ParameterizedTest
    @EnumSource(Function.class)
    void aCallOfOneFunctionIsAModuleOfFewLines(Function function) throws Exception {
        String text = ModuleText.of(EnumSet.of(Part.CALL), Set.of(function), List.of());
        assertTrue(text.lines().count() < 100, text);
        compiles(text);
    }

    /** They fill no Py_buffer: what is given one, and releases it, dies. */
    @Test
    void codesWithoutAStarGiveAPointerAndALength() {
        String text = ModuleText.of(EnumSet.of(Part.PARSE), Set.of(), List.of());
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
