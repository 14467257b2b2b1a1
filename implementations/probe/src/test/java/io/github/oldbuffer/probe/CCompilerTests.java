package io.github.oldbuffer.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CCompilerTests {

    @TempDir
    Path folder;

    @Test
    void withoutACompilerTheSentenceSaysWhatToInstall() {
        UnavailableException e =
                assertThrows(UnavailableException.class, () -> CCompiler.find(Map.of("CC", "no-such-compiler -m64")));
        assertEquals(
                "The kit compiles a small C library and found no C compiler (no-such-compiler): install one "
                        + "(Debian: apt-get install gcc libc6-dev) or set CC.",
                e.getMessage());
    }

    @Test
    void theFirstErrorIsShownWithTheCommand() throws UnavailableException, IOException {
        CCompiler compiler = CCompiler.find(System.getenv());
        Path source =
                Files.writeString(folder.resolve("bad.c"), "int first(void) { return nothing; }\nint second = ;\n");
        UnavailableException e = assertThrows(
                UnavailableException.class,
                () -> compiler.link(List.of("-shared", "-fPIC", source.toString()), folder.resolve("bad.so")));
        assertTrue(e.getMessage().contains("bad.c:1:"), e.getMessage());
        assertTrue(
                e.getMessage()
                        .contains("; the command was: " + compiler.command().get(0)),
                e.getMessage());
        assertFalse(e.getMessage().contains("\n"), e.getMessage());
    }

    @Test
    void aCompilerThatCannotBeRunIsNotTakenForACacheThatCannotBeWritten() {
        CCompiler gone = new CCompiler(List.of(folder + "/cc"), "1");
        ProbeCompiler probes = new ProbeCompiler(new CacheFolder(folder.resolve("cache")), gone);
        UnavailableException e = assertThrows(
                UnavailableException.class,
                () -> probes.program("program", new TreeMap<>(Map.of("main.c", "int main(void) { return 0; }\n"))));
        assertTrue(e.getMessage().startsWith("The C compiler gave no result: "), e.getMessage());
        assertTrue(e.getMessage().contains("; the command was: " + folder + "/cc "), e.getMessage());
    }

    @Test
    void aPortIsCompiledWhereItsOwnHeadersAre() throws UnavailableException, IOException {
        Files.writeString(folder.resolve("own.h"), "#define ANSWER 42\n");
        Path source = Files.writeString(
                folder.resolve("port.c"), "#include \"own.h\"\nint answer(void) { return ANSWER + EXTRA; }\n");
        Path library = folder.resolve("port.so");
        new ProbeCompiler(new CacheFolder(folder.resolve("cache")), CCompiler.find(System.getenv()))
                .extension(source, List.of(), List.of("-DEXTRA=1"), library);
        assertTrue(Files.size(library) > 0);
    }

    @Test
    void aJavaWithoutHeadersSaysWhatToInstall() {
        UnavailableException e = assertThrows(UnavailableException.class, () -> JdkHeaders.folders(folder));
        assertEquals(
                "The Java at " + folder + " has no jni.h: install a JDK instead of a JRE "
                        + "(Debian: apt-get install default-jdk-headless).",
                e.getMessage());
    }
}
