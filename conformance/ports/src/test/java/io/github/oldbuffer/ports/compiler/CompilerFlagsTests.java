package io.github.oldbuffer.ports.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompilerFlagsTests {

    private static final Path HERE = Path.of("/here");

    @TempDir
    private Path folder;

    @Test
    void librariesComeBehindTheSourcesAndPathsAreAbsolute() {
        CompilerFlags flags = CompilerFlags.of(
                ShellWords.of("-lz -Iinc -I ../up -DX=1 -L lib -isystem sys -Wl,--as-needed -Wl,-rpath,lib -pthread"
                        + " libx.a -I/abs -D Y -framework Z"),
                HERE);
        assertEquals(
                List.of("-I/here/inc", "-I", "/up", "-DX=1", "-isystem", "/here/sys", "-pthread", "-I/abs", "-D", "Y"),
                flags.compiling());
        assertEquals(
                List.of(
                        "-lz",
                        "-L",
                        "/here/lib",
                        "-Wl,--as-needed",
                        "-Wl,-rpath,/here/lib",
                        "/here/libx.a",
                        "-framework",
                        "Z"),
                flags.linking());
    }

    @Test
    void headersOfAnotherPythonAreLeftOut() throws Exception {
        Path python = Files.createDirectories(folder.resolve("python3.9"));
        Path own = Files.createDirectories(folder.resolve("python3.14"));
        Files.writeString(python.resolve("Python.h"), "");
        Files.writeString(own.resolve("Python.h"), "");
        CompilerFlags flags = CompilerFlags.of(
                List.of("-I" + python, "-isystem", python.toString(), "-I" + folder, "-I" + own, "-O1"), HERE);
        assertEquals(
                List.of("-I" + folder, "-I" + own, "-O1"),
                flags.withoutPythons(List.of(own)).compiling());
    }

    @Test
    void theNearestCompileCommandsSayHowASourceIsCompiled() throws Exception {
        Path source =
                Files.writeString(Files.createDirectories(folder.resolve("src")).resolve("port.c"), "");
        Path build = Files.createDirectories(folder.resolve("build"));
        Files.writeString(build.resolve("compile_commands.json"), """
                [{"directory": "%1$s", "file": "../src/other.c", "command": "cc -DOTHER -c ../src/other.c"},
                 {"directory": "%1$s", "file": "../src/port.c",
                  "command": "ccache gcc -DNAME=\\"a b\\" -I../include -Werror -MD -MF x.d -c ../src/port.c -o port.o"}]
                """.formatted(build));
        assertEquals(
                List.of("-DNAME=a b", "-I" + folder.resolve("include")),
                CompileCommands.of(source).compiling());
        Files.writeString(folder.resolve("src/compile_commands.json"), """
                [{"directory": "%s", "file": "port.c", "arguments": ["clang", "-DNEARER", "-oport.o", "port.c"]}]
                """.formatted(source.getParent()));
        assertEquals(List.of("-DNEARER"), CompileCommands.of(source).compiling());
    }

    @Test
    void compileCommandsThatCannotBeReadAreOneSentence() throws Exception {
        Path source = Files.writeString(folder.resolve("port.c"), "");
        Files.writeString(folder.resolve("compile_commands.json"), "[{");
        PortException unreadable = assertThrows(PortException.class, () -> CompileCommands.of(source));
        assertTrue(unreadable.getMessage().contains("compile_commands.json cannot be read"), unreadable.getMessage());
    }

    @Test
    void aLibraryThatPkgConfigDoesNotKnowIsNamed() {
        PortException unknown =
                assertThrows(PortException.class, () -> PkgConfig.flags(List.of("oldbuffer-no-such-library")));
        assertTrue(unknown.getMessage().contains("oldbuffer-no-such-library"), unknown.getMessage());
    }
}
