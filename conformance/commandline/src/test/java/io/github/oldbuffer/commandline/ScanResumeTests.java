package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.commandline.journal.JournalFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A scan that was interrupted goes on where its journal ends, with the python3 of this machine. */
class ScanResumeTests {

    private static final String MODULE = """
            import zlib
            def checked(data):
                return zlib.crc32(data)
            def longer(data):
                return memoryview(data).nbytes
            def taken(data):
                kept.append(memoryview(data))
                return 0
            kept = []
            """;

    @TempDir
    Path temporary;

    private Path module;
    private Path out;
    private byte[] journal;

    @BeforeEach
    void aScanThatCouldNotWriteItsReport() throws Exception {
        module = Files.writeString(
                Files.createDirectory(temporary.resolve("path")).resolve("oldbuffer_scanned.py"), MODULE);
        out = Files.createDirectory(temporary.resolve("out"));
        Path disk = Files.createDirectory(out.resolve("scan.md"));
        Ran ran = scan(out);
        assertEquals(ExitStatus.NOT_JUDGED, ran.status(), ran.err());
        Files.delete(disk);
        journal = Files.readAllBytes(out.resolve(JournalFile.NAME));
    }

    @Test
    void whereverTheJournalEndsTheScanEndsAsIfItHadNotBeenInterrupted() throws Exception {
        Path whole = temporary.resolve("whole");
        Ran undisturbed = scan(whole);
        assertEquals(ExitStatus.DEVIATES, undisturbed.status(), undisturbed.err());
        assertFalse(JournalFile.isIn(whole));
        String results = StoredResults.unmeasured(whole);
        Random random = new Random(1);
        int header = new String(journal).indexOf('\n') + 1;
        for (int i = 0; i < 6; i++) {
            int end = i == 0 ? header : i == 1 ? journal.length : random.nextInt(header, journal.length);
            Files.write(out.resolve(JournalFile.NAME), Arrays.copyOf(journal, end));

            Ran resumed = Ran.command("scan", "--resume", out.toString());

            assertEquals(undisturbed.status(), resumed.status(), resumed.err());
            assertEquals(
                    undisturbed.out().replace(whole.toString(), "OUT"),
                    resumed.out().replace(out.toString(), "OUT"),
                    "cut after " + end);
            assertEquals(results, StoredResults.unmeasured(out), "cut after " + end);
            assertEquals(Files.readString(whole.resolve("scan.md")), Files.readString(out.resolve("scan.md")));
            assertFalse(JournalFile.isIn(out));
        }
    }

    @Test
    void whatWasJudgedIsNotCalledAgain() throws Exception {
        String kept = new String(journal).replace("never released", "never given back");
        Files.writeString(out.resolve(JournalFile.NAME), kept);
        Ran resumed = Ran.command("scan", "--resume", out.toString());
        assertEquals(ExitStatus.DEVIATES, resumed.status(), resumed.err());
        assertTrue(resumed.out().contains("never given back"), resumed.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --seed 8             | --seed 8 contradicts the run in
            --only zlib.*        | which began with none of its own
            --shard 1/2          | which began with 1/1
            --python /bin/sh     | --python /bin/sh contradicts
            --path .             | --path
            --known none         | which began with none of its own
            --out elsewhere      | --out elsewhere contradicts
            --skip a zlib        | MODULE zlib contradicts
            --stdlib --no-sandbox| MODULE --stdlib contradicts
            --list --no-sandbox  | there is nothing that --resume could go on with
            """)
    void optionsThatContradictTheJournalAreWrongUsage(String options, String part) throws Exception {
        Ran ran =
                Ran.command(Stream.concat(Stream.of("scan", "--resume", out.toString()), Stream.of(options.split(" ")))
                        .toArray(String[]::new));
        assertEquals(ExitStatus.USAGE, ran.status(), ran.err());
        assertTrue(ran.sentence().contains(part), ran.sentence());
        assertEquals(journal.length, Files.size(out.resolve(JournalFile.NAME)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''              | the run ended before it began
            nonsense;       | line 1: it is damaged
            {};             | line 1: it is no oldbuffer-scan of version 1
            {"format":"oldbuffer-scan","version":2};         | line 1: it is no oldbuffer-scan of version 1
            {"format":"oldbuffer-scan","version":1};         | line 1: it is damaged
            HEAD;[];        | line 2: it is damaged
            HEAD;{"targets":null,"leftOut":{},"files":{},"missing":[]};   | line 2: it is damaged
            HEAD;{"targets":[],"leftOut":{},"files":{},"missing":[]};{};  | line 3: it is damaged
            HEAD;{"targets":[],"leftOut":{},"files":{},"missing":[]};{"target":"a","calls":[],"results":{},"remarks":[],"leftOut":{}};| line 3: it is damaged
            HEAD;{"targets":["b"],"leftOut":{},"files":{},"missing":[]};  | was not there when the scan began
            """)
    void aDamagedJournalIsToldInOneSentence(String text, String part) throws Exception {
        String head = new String(journal).lines().findFirst().orElseThrow();
        Files.writeString(
                out.resolve(JournalFile.NAME), text.replace("HEAD", head).replace(';', '\n'));

        Ran ran = Ran.command("scan", "--resume", out.toString());

        assertEquals(ExitStatus.USAGE, ran.status(), ran.err());
        assertTrue(ran.err().contains(part), ran.err());
        assertFalse(ran.err().contains("Exception"), ran.err());
    }

    @Test
    void theJournalOfARunIsNoneOfAScanNorTheOtherWayRound() throws Exception {
        Ran run = Ran.command("run", "--resume", out.toString());
        assertEquals(ExitStatus.USAGE, run.status());
        assertTrue(run.sentence().contains("it is no oldbuffer-journal"), run.sentence());
        Files.writeString(out.resolve(JournalFile.NAME), "{\"format\":\"oldbuffer-journal\",\"version\":3}\n");
        Ran scan = Ran.command("scan", "--resume", out.toString());
        assertTrue(scan.sentence().contains("it is no oldbuffer-scan"), scan.sentence());
    }

    @Test
    void whatHasChangedCannotGoOn() throws Exception {
        String text = new String(journal);
        Files.writeString(
                out.resolve(JournalFile.NAME),
                text.replaceFirst("\"version\":\"cpython 3\\.", "\"version\":\"cpython 2."));
        Ran other = Ran.command("scan", "--resume", out.toString());
        assertEquals(ExitStatus.USAGE, other.status(), other.err());
        assertTrue(other.sentence().contains("when the scan began and is cpython 3."), other.sentence());

        Files.write(out.resolve(JournalFile.NAME), journal);
        Files.setLastModifiedTime(module, FileTime.fromMillis(1_000_000_000_000L));
        Ran changed = Ran.command("scan", "--resume", out.toString());
        assertEquals(ExitStatus.USAGE, changed.status(), changed.err());
        assertTrue(changed.err().contains("the module oldbuffer_scanned was "), changed.err());
        assertTrue(JournalFile.isIn(out));

        Files.delete(module);
        Ran gone = Ran.command("scan", "--resume", out.toString());
        assertEquals(ExitStatus.NOT_JUDGED, gone.status(), gone.err());
        assertTrue(JournalFile.isIn(out), "what was judged is kept");
    }

    @Test
    void whoFoundNothingOrBeginsAnewLeavesNoJournal() throws Exception {
        Path nothing = temporary.resolve("nothing");
        for (List<String> words : List.of(List.of("zlib", "--only", "zlib.none"), List.of("oldbuffer_no_module"))) {
            Ran ran = Ran.command(Stream.concat(Stream.of("scan", "--out", nothing.toString()), words.stream())
                    .toArray(String[]::new));
            assertEquals(ExitStatus.NOT_JUDGED, ran.status(), ran.err());
            assertFalse(JournalFile.isIn(nothing));
        }
        Ran again = scan(out);
        assertEquals(ExitStatus.DEVIATES, again.status(), again.err());
        assertTrue(again.err().startsWith("the run that was interrupted in " + out + " is given up"), again.err());
        assertFalse(JournalFile.isIn(out));
    }

    private Ran scan(Path folder) {
        return Ran.command(
                "scan",
                "oldbuffer_scanned",
                "--path",
                module.getParent().toString(),
                "--seed",
                "1",
                "--out",
                folder.toString());
    }
}
