package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrendCommandTests {

    @TempDir
    Path temporary;

    private Path stored;
    private Path page;

    @BeforeEach
    void store() {
        stored = temporary.resolve("stored");
        page = temporary.resolve("trend.html");
        run("first", "right", "1");
        run("second", "right", "2");
        run("third", "wrong", "1");
    }

    @Test
    void every_run_has_a_line_and_a_bar() throws IOException {
        Ran ran = trend(stored);
        assertEquals(ExitStatus.CONFORMS, ran.status(), ran.err());
        assertEquals(4, figures(ran), ran.out());
        String shown = Files.readString(page);
        assertEquals(3, shown.split("<tr><th scope=\"row\">Fake 1.2</th>").length - 1, shown);
        assertTrue(shown.contains("1 hold"), shown);
        assertTrue(shown.contains("1 deviate in a new way"), shown);
    }

    @Test
    void a_file_that_cannot_be_read_is_named_and_hides_no_other() throws IOException {
        for (String bad : new String[] {"", "{", "[]", "{\"schema\": 2, \"moon\": \"full\"}", "\u0000"}) {
            Files.writeString(stored.resolve("third").resolve("results.json"), bad);
            Ran ran = trend(stored);
            assertEquals(ExitStatus.NOT_JUDGED, ran.status());
            assertTrue(ran.sentence().contains("third/results.json is no results file: "), ran.err());
            assertEquals(3, figures(ran), ran.out());
        }
    }

    @Test
    void a_file_that_is_far_too_large_is_not_read() throws IOException {
        Path huge = stored.resolve("third").resolve("results.json");
        try (RandomAccessFile sparse = new RandomAccessFile(huge.toFile(), "rw")) {
            sparse.setLength(1L << 32);
        }
        Ran ran = trend(stored);
        assertEquals(ExitStatus.NOT_JUDGED, ran.status());
        assertEquals(huge + " is larger than 64 MiB", ran.sentence());
    }

    @Test
    void a_link_that_leads_back_is_not_followed() throws IOException {
        Files.createSymbolicLink(stored.resolve("again"), stored);
        Ran ran = trend(stored);
        assertEquals(ExitStatus.CONFORMS, ran.status(), ran.err());
        assertEquals(4, figures(ran), ran.out());
    }

    @Test
    void hostile_text_is_shown_as_text() throws IOException {
        Path file = stored.resolve("third").resolve("results.json");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("\"name\": \"Fake\"", "\"name\": \"<script>alert(1)</script>\\u001b[2J\""));
        Ran ran = trend(stored);
        assertEquals(ExitStatus.CONFORMS, ran.status(), ran.err());
        assertFalse(Files.readString(page).contains("<script"));
        assertFalse(ran.out().contains("\u001b"), ran.out());
    }

    @Test
    void what_is_no_folder_and_where_nothing_can_be_written_is_wrong_usage() throws IOException {
        Path file = stored.resolve("first").resolve("results.json");
        assertEquals(ExitStatus.USAGE, trend(file).status());
        assertEquals("there is no folder " + file, trend(file).sentence());
        Ran nowhere = Ran.command(
                "trend", stored.toString(), "--out", file.resolve("trend.html").toString());
        assertEquals(ExitStatus.USAGE, nowhere.status());
        assertTrue(nowhere.sentence().contains("could not be written; choose another --out"), nowhere.err());
    }

    @Test
    void a_cause_is_told_with_what_is_known_of_each_run() throws IOException {
        Ran ran = trend(stored);
        String told = ran.out().replaceAll("\\s+", " ");
        assertTrue(told.contains("causes of Fake READ-1: "), ran.out());
        assertTrue(told.contains("; nothing is known of 1.2"), "a run with another seed was not asked: " + ran.out());
        assertTrue(told.contains("another seed was drawn (2, not 1)"), ran.out());
        assertTrue(Files.readString(page).contains("another seed was drawn (2, not 1)"));
    }

    /** Lines about runs, the heading among them. */
    private static long figures(Ran ran) {
        return ran.out()
                .lines()
                .takeWhile(line -> !line.isEmpty() && !line.endsWith(".html"))
                .count();
    }

    private Ran trend(Path folder) {
        return Ran.command("trend", folder.toString(), "--out", page.toString());
    }

    private void run(String name, String id, String seed) {
        Ran.command(
                "run",
                "-i",
                id,
                "--clauses",
                "READ-1",
                "--tries",
                "200",
                "--known",
                "none",
                "--seed",
                seed,
                "--out",
                stored.resolve(name).toString());
    }
}
