package io.github.oldbuffer.ports.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompilerFlagsTests {

    @TempDir
    private Path folder;

    @Test
    void pathsThatAreThereBecomeAbsolute() throws Exception {
        Files.createDirectory(folder.resolve("inc"));
        Files.createFile(folder.resolve("port.map"));
        String inc = folder.resolve("inc").toString();
        String map = folder.resolve("port.map").toString();
        assertEquals(
                List.of("-I" + inc, "-I", inc, "-isystem", inc, "-isystem" + inc, "-L" + inc, map, "@" + map),
                absolute("-Iinc", "-I", "inc", "-isystem", "./inc", "-isysteminc", "-Linc", "port.map", "@port.map"));
        assertEquals(
                List.of("-Wl,-rpath," + inc, "-Wl,--version-script=" + map, "-specs=" + map),
                absolute("-Wl,-rpath,inc", "-Wl,--version-script=port.map", "-specs=port.map"));
    }

    @Test
    void otherWordsStayAsTheyAre() throws Exception {
        Files.createDirectory(folder.resolve("inc"));
        Files.createFile(folder.resolve("c99"));
        List<String> flags = List.of(
                "-O2",
                "-std=c99",
                "-DNAME=inc",
                "-I/usr/include",
                "-I=inc",
                "-include",
                "config.h",
                "-Wl,-z,now",
                "-lm");
        assertEquals(flags, CompilerFlags.absolute(flags, folder));
    }

    private List<String> absolute(String... flags) {
        return CompilerFlags.absolute(List.of(flags), folder);
    }
}
