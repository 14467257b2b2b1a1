package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.reports.json.ResultsJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./conform scan}, with the python3 of this machine. */
class ScanCommandTests {

    @TempDir
    private Path folder;

    @Test
    void functionsThatTakeMemoryAreFoundAndJudged() throws Exception {
        Ran ran = Ran.command(
                "scan", "zlib", "--only", "zlib.crc*,zlib.error", "--seed", "1", "--out", folder.toString());
        assertEquals(ExitStatus.CONFORMS, ran.status(), ran.err());
        assertTrue(ran.out().contains("1 call judged"), ran.out());
        List<String> ids = ResultsJson.read(Files.readString(folder.resolve("results.json"))).runs().stream()
                .map(run -> run.implementation().id())
                .toList();
        assertEquals(List.of("call:zlib.crc32(_)"), ids);
        String page = Files.readString(folder.resolve("scan.md"));
        assertTrue(page.contains("| zlib.crc32\\(\\_\\) | + |"), page);
        assertTrue(page.contains("Nothing."), page);
    }

    @Test
    void aListJudgesNothingAndShardsShareIt() throws Exception {
        Ran whole = Ran.command("scan", "zlib", "--list");
        assertEquals(ExitStatus.CONFORMS, whole.status(), whole.err());
        assertTrue(whole.out().lines().toList().contains("zlib.adler32(_)"), whole.out());
        long parts = Ran.command("scan", "zlib", "--list", "--shard", "1/2")
                        .out()
                        .lines()
                        .count()
                + Ran.command("scan", "zlib", "--list", "--shard", "2/2")
                        .out()
                        .lines()
                        .count();
        assertEquals(whole.out().lines().count(), parts);
    }

    @Test
    void aFileOfWhatIsKnownIsStarted() throws Exception {
        Files.writeString(folder.resolve("keeping.py"), """
                kept = []
                def keep(data):
                    view = memoryview(data)
                    kept.append(view)
                    return view.nbytes
                """);
        Path known = folder.resolve("known.json");
        String[] scan = {"scan", "keeping", "--path", folder.toString(), "--seed", "1", "--out", folder + "/out"};
        Ran first = Ran.command(Stream.concat(Stream.of(scan), Stream.of("--write-known", known.toString()))
                .toArray(String[]::new));
        assertEquals(ExitStatus.DEVIATES, first.status(), first.err());
        String entries = Files.readString(known);
        assertTrue(entries.contains("USE-6"), entries);
        Files.writeString(known, entries.replaceAll("\"reason\" ?: ?\"\"", "\"reason\": \"the author knows\""));
        Ran second = Ran.command(Stream.concat(Stream.of(scan), Stream.of("--known", known.toString()))
                .toArray(String[]::new));
        assertEquals(ExitStatus.CONFORMS, second.status(), second.out() + second.err());
    }

    @Test
    void whatAScanCallsLeavesNoTrace() throws Exception {
        Path kept = Files.writeString(folder.resolve("kept"), "kept");
        Files.writeString(folder.resolve("rude.py"), """
                import os
                def remove(data):
                    memoryview(data).release()
                    os.unlink(%s)
                """.formatted("'" + kept + "'"));
        Ran ran = Ran.command("scan", "rude", "--path", folder.toString(), "--seed", "1", "--out", folder + "/out");
        assertTrue(ran.status() != ExitStatus.USAGE, ran.err());
        assertEquals("kept", Files.readString(kept));
    }

    @Test
    void whatCannotBeImportedDoesNotKeepTheRestFromBeingJudged() {
        Ran ran =
                Ran.command("scan", "oldbuffer_no_module", "zlib", "--only", "zlib.crc32", "--out", folder.toString());
        assertEquals(ExitStatus.NOT_JUDGED, ran.status(), ran.err());
        assertTrue(ran.err().contains("oldbuffer_no_module cannot be imported"), ran.err());
        assertTrue(ran.out().contains("1 call judged"), ran.out());
    }

    @Test
    void whenTheTimeIsUpNoMoreFunctionsAreLookedAt() throws Exception {
        Files.writeString(folder.resolve("many.py"), """
                import time
                waited = []
                def made():
                    def size(data):
                        if not waited:
                            waited.append(1)
                            time.sleep(1.1)
                        with memoryview(data) as view:
                            return view.nbytes
                    return size
                for number in range(300):
                    globals()["size_%03d" % number] = made()
                """);
        String[] scan = {"scan", "many", "--path", folder.toString(), "--seed", "1", "--out", folder + "/out"};
        Ran ran = Ran.command(
                Stream.concat(Stream.of(scan), Stream.of("--duration", "1s")).toArray(String[]::new));
        assertEquals(ExitStatus.NOT_JUDGED, ran.status(), ran.err());
        assertTrue(ran.err().contains("left out: many.size_299: the time was up"), ran.err());
        assertEquals(
                ExitStatus.USAGE,
                Ran.command("scan", "zlib", "--duration", "soon", "--out", folder.toString())
                        .status());
    }

    @Test
    void whatIsNotThereIsSaid() {
        Ran missing = Ran.command("scan", "oldbuffer_no_module", "--out", folder.toString());
        assertEquals(ExitStatus.NOT_JUDGED, missing.status(), missing.err());
        assertTrue(missing.err().contains("oldbuffer_no_module cannot be imported"), missing.err());
        assertEquals(ExitStatus.USAGE, Ran.command("scan").status());
        assertEquals(
                ExitStatus.USAGE, Ran.command("scan", "zlib", "--shard", "3/2").status());
        assertEquals(
                ExitStatus.NOT_JUDGED,
                Ran.command("scan", "zlib", "--only", "zlib.none", "--out", folder.toString())
                        .status());
    }
}
