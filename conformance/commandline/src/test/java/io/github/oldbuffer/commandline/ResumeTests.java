package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.commandline.journal.JournalFile;
import io.github.oldbuffer.commandline.journal.JournalHeader;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.suite.ProgressListener;
import io.github.oldbuffer.suite.SuiteOptions;
import io.github.oldbuffer.suite.SuiteRunner;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that was interrupted goes on where its journal ends. */
class ResumeTests {

    private static final List<String> IDS = List.of("wrong", "mortal", "right");
    private static final List<String> CLAUSES = List.of("READ-1", "READ-2", "READ-3");
    private static final int TRIES = 120;
    private static final long SEED = 7;

    @TempDir
    Path temporary;

    private Path out;
    private byte[] journal;

    @BeforeEach
    void anInterruptedRun() throws Exception {
        out = Files.createDirectory(temporary.resolve("out"));
        SuiteOptions options = new SuiteOptions(TRIES, SEED, CLAUSES);
        try (JournalFile file = JournalFile.begin(out, header(null))) {
            for (String id : IDS) {
                try (Implementation implementation = Ran.implementations().open(id)) {
                    SuiteRunner.run(
                            implementation,
                            options,
                            KnownDeviations.NONE,
                            ProgressListener.NONE,
                            file.of(implementation.identity()));
                }
            }
        }
        journal = Files.readAllBytes(out.resolve(JournalFile.NAME));
    }

    @Test
    void whereverTheJournalEndsTheRunEndsAsIfItHadNotBeenInterrupted() throws Exception {
        Path whole = temporary.resolve("whole");
        String[] command = {
            "run",
            "-i",
            "wrong",
            "-i",
            "mortal",
            "-i",
            "right",
            "--clauses",
            "READ-1,READ-2,READ-3",
            "--tries",
            "120",
            "--seed",
            "7",
            "--out",
            whole.toString()
        };
        Ran undisturbed = Ran.command(command);
        String results = StoredResults.unmeasured(whole);
        Random random = new Random(1);
        int header = firstLine().length();
        for (int i = 0; i < 25; i++) {
            int end = i == 0 ? header : i == 1 ? journal.length : random.nextInt(header, journal.length);
            Files.write(out.resolve(JournalFile.NAME), Arrays.copyOf(journal, end));

            Ran resumed = Ran.command("run", "--resume", out.toString());

            assertEquals(undisturbed.status(), resumed.status(), resumed.err());
            assertEquals(
                    undisturbed.out().replace(whole.toString(), "OUT"),
                    resumed.out().replace(out.toString(), "OUT"),
                    "cut after " + end);
            assertEquals(results, StoredResults.unmeasured(out), "cut after " + end);
            assertEquals(witnesses(whole), witnesses(out));
            assertFalse(JournalFile.isIn(out));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --tries 5            | --tries 5 contradicts the run in
            --seed 8             | which began with 7
            --clauses READ-1     | which began with READ-1,READ-2,READ-3
            -i right             | which began with wrong,mortal,right
            --known none         | which began with none of its own
            --out elsewhere      | --out elsewhere contradicts
            """)
    void optionsThatContradictTheJournalAreWrongUsage(String option, String part) throws Exception {
        String[] words = option.split(" ");
        Ran ran = Ran.command("run", "--resume", out.toString(), words[0], words[1]);
        assertEquals(ExitStatus.USAGE, ran.status(), ran.err());
        assertTrue(ran.sentence().contains(part), ran.sentence());
        assertEquals(journal.length, Files.size(out.resolve(JournalFile.NAME)));
    }

    @Test
    void optionsThatAgreeAreAllowed() {
        Ran ran = Ran.command(
                "run", "--resume", out.toString(), "--tries", "120", "--seed", "7", "--out", out.toString());
        assertEquals(ExitStatus.DEVIATES, ran.status(), ran.err());
        assertEquals("seed 7", ran.err().strip());
    }

    @Test
    void aFolderWithoutAJournalHasNothingToResume() {
        Ran ran = Ran.command("run", "--resume", temporary.toString());
        assertEquals(ExitStatus.USAGE, ran.status());
        assertTrue(ran.sentence().startsWith("there is no interrupted run in " + temporary), ran.sentence());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''              | the run ended before it began
            {"format        | the run ended before it began
            nonsense;       | line 1: it is damaged
            null;           | line 1: it is damaged
            {};             | line 1: it is damaged
            HEAD;[];        | line 2: it is damaged
            HEAD;{"began":{"id":"right"}};              | line 2: it is damaged
            HEAD;{"implementation":"right","theme":1};   | line 2: it is damaged
            """)
    void aDamagedJournalIsToldInOneSentence(String text, String part) throws Exception {
        String damaged = text.replace("HEAD", firstLine().strip()).replace(';', '\n');
        Files.writeString(out.resolve(JournalFile.NAME), damaged);

        Ran ran = Ran.command("run", "--resume", out.toString());

        assertEquals(ExitStatus.USAGE, ran.status(), ran.err());
        assertTrue(ran.sentence().contains(part), ran.sentence());
    }

    @Test
    void anImplementationThatHasChangedCannotGoOn() throws Exception {
        String before = new String(journal).replace("\"version\":\"1.2\"", "\"version\":\"1.1\"");
        Files.writeString(out.resolve(JournalFile.NAME), before);

        Ran ran = Ran.command("run", "--resume", out.toString());

        assertEquals(ExitStatus.USAGE, ran.status());
        assertTrue(ran.err().contains("wrong was Fake 1.1 when the run began and is Fake 1.2 now"), ran.err());
    }

    @Test
    void knownDeviationsThatHaveChangedCannotGoOn() throws Exception {
        Path known = Files.writeString(
                temporary.resolve("known.json"), "{\"format\":\"oldbuffer-known\",\"version\":1,\"deviations\":[]}");
        JournalFile.begin(out, header(known.toString())).close();

        Ran ran = Ran.command("run", "--resume", out.toString());

        assertEquals(ExitStatus.USAGE, ran.status());
        assertTrue(ran.sentence().contains("known.json has changed since the run"), ran.sentence());
    }

    @Test
    void twoRunsDoNotWriteToOneFolder() throws Exception {
        try (JournalFile busy = JournalFile.resume(out)) {
            for (String option : List.of("--resume", "--out")) {
                Ran ran = Ran.command("run", "-i", "wrong", "-i", "mortal", "-i", "right", option, out.toString());
                assertEquals(ExitStatus.USAGE, ran.status());
                assertTrue(ran.sentence().startsWith("another run is writing to " + out), ran.sentence());
            }
            assertEquals(SEED, busy.header().seed());
        }
    }

    @Test
    void aNewRunSaysThatItGivesTheInterruptedOneUp() {
        Ran ran = Ran.command("run", "-i", "right", "--clauses", "READ-1", "--out", out.toString());
        assertEquals(ExitStatus.CONFORMS, ran.status(), ran.err());
        assertTrue(ran.err().startsWith("the run that was interrupted in " + out + " is given up"), ran.err());
        assertFalse(JournalFile.isIn(out));
    }

    private static JournalHeader header(String known) {
        return new JournalHeader(
                Kit.version(),
                SEED,
                TRIES,
                CLAUSES,
                IDS,
                true,
                known,
                known == null ? null : "0",
                LocalDate.now().toString());
    }

    private String firstLine() {
        String text = new String(journal);
        return text.substring(0, text.indexOf('\n') + 1);
    }

    private static List<String> witnesses(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder.resolve("deviations"))) {
            return files.filter(file -> file.endsWith("witness.json"))
                    .sorted()
                    .map(file -> folder.relativize(file) + ": " + text(file))
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
