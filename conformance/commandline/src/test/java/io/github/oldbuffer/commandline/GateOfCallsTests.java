package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was found of a function that takes memory, before the gate: filed, advised about, and shown in a repository. */
class GateOfCallsTests {

    @TempDir
    private Path repository;

    private Path known;

    @BeforeEach
    void aFunctionThatLosesItsView() throws Exception {
        Files.writeString(repository.resolve("oldbuffer_losing.py"), """
                kept = []
                def crc(data):
                    view = memoryview(data)
                    if view.nbytes < 4:
                        kept.append(view)
                        raise ValueError("too short")
                    length = view.nbytes
                    view.release()
                    return length
                """);
        known = repository.resolve("known.json");
    }

    private Ran ran(String command, String... more) {
        String[] words = new String[more.length + 8];
        System.arraycopy(
                new String[] {
                    command,
                    command.equals("call") ? "oldbuffer_losing.crc(_)" : "oldbuffer_losing",
                    "--path",
                    repository.toString(),
                    "--seed",
                    "1",
                    "--out",
                    repository.resolve(command).toString()
                },
                0,
                words,
                0,
                8);
        System.arraycopy(more, 0, words, 8, more.length);
        return Ran.command(words);
    }

    private Ran gate(String command, String... more) {
        String[] words = new String[more.length + 2];
        words[0] = "gate";
        words[1] = repository.resolve(command).resolve("results.json").toString();
        System.arraycopy(more, 0, words, 2, more.length);
        return Ran.command(words);
    }

    @Test
    void whatIsNewIsObjectedToUntilItIsFiledWithAReason() throws Exception {
        Ran first = ran("call", "--write-known", known.toString());
        assertEquals(ExitStatus.DEVIATES, first.status(), first.err());
        Ran refused = gate("call", "--known", "none");
        assertEquals(ExitStatus.DEVIATES, refused.status(), refused.err());
        assertTrue(refused.err().contains("call:oldbuffer_losing.crc(_): USE-6"), refused.err());

        Ran unreasoned = gate("call", "--known", known.toString());
        assertEquals(ExitStatus.DEVIATES, unreasoned.status());
        assertTrue(unreasoned.err().contains("the entry on file gives no reason"), unreasoned.err());

        String entries = Files.readString(known).replaceAll("\"reason\" ?: ?\"\"", "\"reason\": \"the author knows\"");
        Files.writeString(known, entries);
        for (String command : new String[] {"call", "scan"}) {
            Ran filed = ran(command, "--known", known.toString());
            assertEquals(ExitStatus.CONFORMS, filed.status(), filed.out() + filed.err());
            Ran passed = gate(command);
            assertEquals(ExitStatus.CONFORMS, passed.status(), passed.out() + passed.err());
        }

        // about what was not replayed the gate names the command that tells
        Files.writeString(known, entries.replace("oldbuffer_losing.crc(_)", "oldbuffer_losing.other(_)"));
        Ran unasked = gate("call", "--known", known.toString());
        assertEquals(ExitStatus.DEVIATES, unasked.status(), unasked.err());
        assertTrue(
                unasked.out().contains("not replayed, so nothing is said of them; call --path " + repository)
                        && unasked.out().contains("'oldbuffer_losing.crc(_)' --known " + known + " tells"),
                unasked.out());
    }

    @Test
    void annotationsStandAtTheKnownFileOfTheRepository() throws Exception {
        Files.writeString(
                Files.createDirectory(repository.resolve("ci")).resolve("known.json"),
                "{\"format\": \"oldbuffer-known\", \"version\": 2, \"deviations\": []}");
        for (String command : new String[] {"call", "scan"}) {
            Ran ran = ran(
                    command,
                    "--known",
                    repository.resolve("ci/known.json").toString(),
                    "--source-root",
                    repository.toString());
            assertEquals(ExitStatus.DEVIATES, ran.status(), ran.err());
            String sarif = Files.readString(repository.resolve(command).resolve("results.sarif"));
            assertTrue(sarif.matches("(?s).*\"uri\"\\s*:\\s*\"ci/known.json\".*"), sarif);
        }
        Ran nowhere = ran("call", "--source-root", repository.resolve("nowhere").toString());
        assertEquals(ExitStatus.USAGE, nowhere.status(), nowhere.err());
    }
}
