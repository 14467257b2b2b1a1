package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scan finds to call, with the python3 of this machine. */
class ScanFindingTests {

    /** Its types have no names: objects of them come from calls alone. */
    private static final String FACTORIES = """
            import os
            def types():
                class Stream:
                    def feed(self, data):
                        return memoryview(data).nbytes
                    def reader(self, number):
                        range(number)
                        return Reader()
                    def end(self):
                        os._exit(3)
                class Reader:
                    @property
                    def broken(self):
                        raise KeyError("nobody handles this")
                    def into(self, data):
                        return memoryview(data).nbytes
                return Stream
            def again():
                return opened(b"ab")
            def abandoned(data):
                os._exit(3)
            def opened(data, Stream=types()):
                if not isinstance(data, bytes):
                    raise TypeError("opened() wants bytes")
                return Stream()
            del types
            """;

    @TempDir
    private Path folder;

    private List<String> listed(String... words) {
        Ran ran = Ran.command(Stream.concat(Stream.of("scan", "--list", "--path", folder.toString()), Stream.of(words))
                .toArray(String[]::new));
        assertEquals(ExitStatus.CONFORMS, ran.status(), ran.err());
        assertFalse(ran.err().contains("Exception"), ran.err());
        return ran.out().lines().toList();
    }

    @Test
    void methodsOfObjectsThatOnlyCallsMakeAreFoundOnceForEachType() throws Exception {
        Files.writeString(folder.resolve("oldbuffer_factories.py"), FACTORIES);
        assertEquals(
                List.of("oldbuffer_factories.again().feed(_)", "oldbuffer_factories.again().reader(1).into(_)"),
                listed("oldbuffer_factories").stream()
                        .filter(line -> !line.contains("abandoned"))
                        .toList());
    }

    @Test
    void aPackageShowsWhatItsModulesInPythonHave() throws Exception {
        Path shown = Files.createDirectory(folder.resolve("oldbuffer_package"));
        Files.writeString(shown.resolve("__init__.py"), "from ._inner import checked\nfrom zlib import crc32\n");
        Files.writeString(
                shown.resolve("_inner.py"), "import zlib\ndef checked(data):\n    return zlib.adler32(data)\n");
        List<String> found = listed("oldbuffer_package");
        assertTrue(found.contains("oldbuffer_package.checked(_)"), found.toString());
    }

    /** Whoever calls it says how much is written, so that it is no fault to write behind the last byte. */
    @Test
    void whatWritesAsMuchAsItsCallerSaysIsLeftOut() throws Exception {
        Files.writeString(folder.resolve("oldbuffer_raw.py"), """
                def memmove(target, source, count):
                    memoryview(target).release()
                def taken(data):
                    return memoryview(data).nbytes
                """);
        assertEquals(List.of("oldbuffer_raw.taken(_)"), listed("oldbuffer_raw"));
    }

    @Test
    void whatSpoilsItsProcessIsNotInTheWayOfOthers() throws Exception {
        StringBuilder module = new StringBuilder("import sys\n");
        for (char name = 'a'; name < 'g'; name++) {
            module.append("def spoils_%c(data):\n    sys.addaudithook(1)\n".formatted(name));
            module.append("def takes_%c(data):\n    return memoryview(data).nbytes\n".formatted(name));
        }
        Files.writeString(folder.resolve("oldbuffer_spoiling.py"), module.toString());
        List<String> found = listed("oldbuffer_spoiling");
        for (char name = 'a'; name < 'g'; name++) {
            assertTrue(found.contains("oldbuffer_spoiling.takes_%c(_)".formatted(name)), found.toString());
        }
    }
}
