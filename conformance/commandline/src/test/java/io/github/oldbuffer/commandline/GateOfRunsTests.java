package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.Patch;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.known.KnownDeviationsJson;
import io.github.oldbuffer.suite.known.KnownText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate over results that the kit itself made, never over results that a test made up. */
class GateOfRunsTests {

    private static final List<String> FAKES = List.of("right", "wrong", "mortal", "idle", "broken");

    /** What a fake that is wrong does get judged by. */
    private static final String ANSWERS = "READ-1,READ-2,READ-3";

    private static final String NO_REASON = "\"reason\" : \"\"";

    @TempDir
    static Path folder;

    @TempDir
    Path own;

    @BeforeAll
    static void run() {
        for (String fake : FAKES) {
            run(fake, fake.equals("wrong") ? ANSWERS : "READ-*", "none", folder.resolve(fake));
        }
    }

    @Test
    void what_conforms_passes() {
        Ran ran = gate(results("right"));
        assertEquals(ExitStatus.CONFORMS, ran.status(), ran.err());
        assertEquals("passes\n", ran.out());
        assertEquals("", ran.err());
    }

    @Test
    void a_new_violation_does_not_pass() {
        Ran ran = gate(results("wrong"));
        assertEquals(ExitStatus.DEVIATES, ran.status());
        assertEveryLine(ran, "wrong: READ-\\d+: .* is new");
        assertTrue(ran.err().contains("wrong: READ-1: "), ran.err());
    }

    @Test
    void a_new_crash_does_not_pass() {
        Ran ran = gate(results("mortal"));
        assertEquals(ExitStatus.worse(ExitStatus.DEVIATES, ExitStatus.NOT_JUDGED), ran.status());
        assertTrue(ran.err().contains("mortal: death: CRASHED (SIGSEGV) in PyObject_AsReadBuffer is new\n"), ran.err());
    }

    @Test
    void a_clause_that_nothing_exercised_could_not_be_judged() {
        Ran ran = gate(results("idle"));
        assertEquals(ExitStatus.NOT_JUDGED, ran.status());
        assertEveryLine(ran, "idle: READ-\\d+: it was not exercised; .+");
    }

    @Test
    void an_implementation_that_could_not_go_on_could_not_be_judged() {
        Ran ran = gate(results("broken"));
        assertEquals(ExitStatus.worse(ExitStatus.DEVIATES, ExitStatus.NOT_JUDGED), ran.status());
        assertTrue(ran.err().contains("broken: READ-1: it was not exercised"), ran.err());
        assertTrue(ran.err().contains("were asked for"), ran.err());
    }

    @Test
    void a_clause_that_used_to_be_exercised_does_not_pass() {
        run("right", "READ-2", "none", own);
        Path now = own.resolve("results.json");
        assertEquals(ExitStatus.CONFORMS, gate(now).status());

        Ran ran = gate(now, "--baseline", results("right").toString());

        assertEquals(ExitStatus.DEVIATES, ran.status());
        assertEveryLine(ran, "right: READ-\\d+: it used to be exercised, and is not any more");
        assertFalse(ran.err().contains("READ-2:"), ran.err());
    }

    @Test
    void fewer_scenarios_than_asked_for_do_not_pass() {
        Ran ran = gate(results("right"), "--tries", "61");
        assertEquals(ExitStatus.DEVIATES, ran.status());
        assertEquals("right: 720 scenarios were run where 732 were asked for", ran.sentence());
    }

    @Test
    void a_difference_does_not_pass() {
        Ran.command("diff", "-i", "right", "-i", "fragile", "--tries", "30", "--seed", "3", "--out", own.toString());
        Ran ran = gate(own.resolve("results.json"));
        assertEquals(ExitStatus.DEVIATES, ran.status());
        assertTrue(ran.err().lines().anyMatch(line -> line.startsWith("right: difference: PyObject_As")), ran.err());
        assertFalse(ran.err().contains("right: READ-"), ran.err());
    }

    @Test
    void an_edit_that_got_its_reasons_lets_what_is_known_pass() throws Exception {
        Path known = proposed("wrong");
        Ran refused = gate(results("wrong"), "--known", known.toString());
        assertEquals(ExitStatus.DEVIATES, refused.status());
        assertEveryLine(refused, "wrong: READ-\\d+: .* is new; the entry on file gives no reason");
        Files.writeString(known, Files.readString(known).replace(NO_REASON, "\"reason\" : \"it cannot do otherwise\""));

        Ran ran = gate(results("wrong"), "--known", known.toString());

        assertEquals(ExitStatus.CONFORMS, ran.status(), ran.err());
        assertTrue(ran.out().endsWith("passes\n"), ran.out());
        assertEquals("", ran.err());
        Ran again = run("wrong", ANSWERS, known.toString(), own);
        assertEquals(ExitStatus.CONFORMS, again.status(), again.err());
        assertEquals(ExitStatus.CONFORMS, gate(own.resolve("results.json")).status());
    }

    @Test
    void an_entry_whose_witness_deviates_no_more_does_not_pass() throws Exception {
        Path known = proposed("wrong");
        Files.writeString(
                known,
                Files.readString(known)
                        .replace(NO_REASON, "\"reason\" : \"it could not do otherwise\"")
                        .replace("\"implementation\" : \"wrong\"", "\"implementation\" : \"right\""));
        run("right", ANSWERS, known.toString(), own);

        Ran byTheRun = gate(own.resolve("results.json"));
        assertEquals(ExitStatus.DEVIATES, byTheRun.status());
        assertEveryLine(byTheRun, "right: READ-\\d+: .* is on file and deviates no more");

        Path now = own.resolve("results.json");
        assertEquals(byTheRun.err(), gate(now, "--known", known.toString()).err());
        Ran edit = gate(now, "--known", known.toString(), "--update-known");
        assertTrue(edit.out().lines().anyMatch(line -> line.startsWith("-    \"clause\"")), edit.out());
        assertFalse(edit.out().lines().anyMatch(line -> line.startsWith("+    \"clause\"")), edit.out());
    }

    @Test
    void of_what_was_not_replayed_nothing_is_said_but_which_run_tells() throws Exception {
        Path known = proposed("wrong");
        Files.writeString(
                known,
                Files.readString(known).replace("\"implementation\" : \"wrong\"", "\"implementation\" : \"right\""));
        Ran ran = gate(results("right"), "--known", known.toString(), "--update-known");
        assertEquals(ExitStatus.CONFORMS, ran.status(), ran.err());
        assertEquals("", ran.out());
        assertTrue(
                ran.err()
                        .matches("right: 1 entry on file was not replayed, so nothing is said of it; run -i right"
                                + " --known .* tells\npasses\n"),
                ran.err());
    }

    @Test
    void a_stale_entry_is_said_and_fails_in_ci() throws Exception {
        Path known = proposed("wrong");
        Files.writeString(
                known,
                Files.readString(known)
                        .replace(NO_REASON, "\"reason\" : \"soon to be mended\", \"expires\" : \"2020-01-31\"")
                        .replace("\"implementation\" : \"wrong\"", "\"implementation\" : \"right\""));
        Ran ran = run("right", ANSWERS, known.toString(), own);
        assertEquals(ExitStatus.CONFORMS, ran.status(), ran.err());
        String said =
                "right: READ-1: returned 1, not 0 is on file and deviates no more; the entry on file expired after"
                        + " 2020-01-31\n";
        assertTrue(ran.err().contains(said), ran.err());
        Ran ci = Ran.with(
                false,
                Map.of("CI", "true"),
                "run",
                "-i",
                "right",
                "--clauses",
                ANSWERS,
                "--known",
                known.toString(),
                "--tries",
                "60",
                "--out",
                own.toString());
        assertEquals(ExitStatus.DEVIATES, ci.status());
        assertTrue(ci.err().contains(said), ci.err());
        Ran gate = gate(own.resolve("results.json"), "--known", known.toString());
        assertEquals(ExitStatus.DEVIATES, gate.status());
        assertTrue(gate.err().contains(said), gate.err());
    }

    @Test
    void an_edit_touches_what_changes_and_nothing_else() throws Exception {
        Path known = proposed("wrong");
        String before = Files.readString(known);
        Files.writeString(known, before.replace("{\n", "{\r\n").replace("  \"version\"", "\t\"version\""));
        Ran ran = gate(results("wrong"), "--known", known.toString(), "--update-known");
        assertEquals("", ran.out());
        for (String name : List.of("cpython", "pypy", "graalpy", "reference/cpython", "reference/pypy")) {
            try (InputStream file = KnownDeviations.class.getResourceAsStream(name + ".json")) {
                String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
                KnownDeviations entries = KnownDeviationsJson.read(text);
                KnownText edited = new KnownText(
                        new KnownText(text).edited(Set.of(), entries.entries().subList(0, 1)));
                int last = entries.entries().size();
                assertEquals(text, edited.edited(Set.of(last), List.of()), name);
                String shorter = new KnownText(text).edited(Set.of(0), List.of());
                assertTrue(text.endsWith(shorter.substring(shorter.indexOf('[')).replaceFirst("^\\[\\s*", "")), name);
            }
        }
    }

    @Test
    void a_file_is_started_and_passes_once_it_has_its_reasons() throws Exception {
        Path known = own.resolve("started.json");
        Ran started = Ran.command(
                "run",
                "-i",
                "wrong",
                "--clauses",
                ANSWERS,
                "--seed",
                "3",
                "--tries",
                "60",
                "--write-known",
                known.toString(),
                "--out",
                own.toString());
        assertEquals(ExitStatus.DEVIATES, started.status());
        assertTrue(started.err().contains(known + ": "), started.err());
        Ran empty = run("wrong", ANSWERS, known.toString(), own);
        assertEquals(ExitStatus.DEVIATES, empty.status());
        assertTrue(empty.err().contains("on file give"), empty.err());
        Files.writeString(known, Files.readString(known).replace(NO_REASON, "\"reason\" : \"it cannot do otherwise\""));
        Ran ran = run("wrong", ANSWERS, known.toString(), own);
        assertEquals(ExitStatus.CONFORMS, ran.status(), ran.err());
        Ran again = Ran.command("run", "-i", "wrong", "--write-known", known.toString());
        assertEquals(ExitStatus.USAGE, again.status());
    }

    @Test
    void an_entry_that_has_expired_does_not_pass_and_is_not_filed_twice() throws Exception {
        Path known = proposed("wrong");
        Files.writeString(
                known,
                Files.readString(known)
                        .replace(NO_REASON, "\"reason\" : \"soon to be mended\", \"expires\" : \"2020-01-31\""));
        Ran ran = gate(results("wrong"), "--known", known.toString(), "--update-known");
        assertEquals(ExitStatus.DEVIATES, ran.status());
        assertEquals(
                "wrong: READ-1: returned 1, not 0 is new; the entry on file expired after 2020-01-31",
                ran.err().lines().findFirst().orElse(""));
        assertFalse(ran.out().contains(NO_REASON), ran.out());

        Ran again = run("wrong", ANSWERS, known.toString(), own);
        assertEquals(ExitStatus.DEVIATES, again.status());
        assertTrue(
                again.err()
                        .contains("wrong: READ-1: returned 1, not 0 counts as new, the entry on file expired after"
                                + " 2020-01-31\n"),
                again.err());
    }

    @Test
    void results_that_cannot_be_read_are_refused_in_a_sentence() throws IOException {
        String real = Files.readString(results("right"));
        for (int kept = 1; kept < real.length() - 2; kept += real.length() / 100) {
            refused(real.substring(0, kept), "the file ends too early");
        }
        refused("", "the file is empty");
        refused("[]", "expected an object");
        refused(real.replaceFirst("\"schema\": 2", "\"schema\": 3"), "schema: 3 is newer than this kit");
        refused(
                real.replaceFirst("\"schema\": 2", "\"schema\": 3, \"moon\": \"full\""),
                "schema: 3 is newer than this kit");
        refused(real.replaceFirst("\"schema\": 2", "\"schema\": 0"), "schema: expected");
        Path binary = Files.write(own.resolve("binary.json"), new byte[] {(byte) 0xff, 0, 1});
        assertEquals(binary + " is not UTF-8 text", gate(binary).sentence());
        assertEquals(own + " is a folder, not a file", gate(own).sentence());
        Path none = own.resolve("none.json");
        assertEquals("there is no file " + none, gate(none).sentence());
        assertEquals(ExitStatus.USAGE, gate(none).status());
    }

    private void refused(String text, String why) throws IOException {
        Path file = Files.writeString(own.resolve("refused.json"), text);
        Ran ran = gate(file);
        assertEquals(ExitStatus.USAGE, ran.status());
        assertEquals("", ran.out());
        assertTrue(ran.sentence().startsWith(file + " is no results file: "), ran.err());
        assertTrue(ran.sentence().contains(why), ran.err());
    }

    /** A file of known deviations as {@code --update-known} proposes it, edited by hand as its diff says. */
    private Path proposed(String fake) throws Exception {
        Path known = Files.writeString(own.resolve("known.json"), """
                {
                  "format" : "oldbuffer-known",
                  "version" : 1,
                  "deviations" : [ ]
                }
                """);
        Ran ran = gate(results(fake), "--known", known.toString(), "--update-known");
        assertEquals(ExitStatus.DEVIATES, ran.status());
        assertTrue(ran.out().contains("+    " + NO_REASON), ran.out());
        Patch<String> diff = UnifiedDiffUtils.parseUnifiedDiff(ran.out().lines().toList());
        Files.write(known, DiffUtils.patch(Files.readAllLines(known), diff));
        return known;
    }

    private static Ran run(String fake, String clauses, String known, Path out) {
        return Ran.command(
                "run",
                "-i",
                fake,
                "--clauses",
                clauses,
                "--known",
                known,
                "--tries",
                "60",
                "--seed",
                "3",
                "--out",
                out.toString());
    }

    private static Path results(String fake) {
        return folder.resolve(fake).resolve("results.json");
    }

    private static Ran gate(Path results, String... more) {
        String[] arguments = new String[more.length + 2];
        arguments[0] = "gate";
        arguments[1] = results.toString();
        System.arraycopy(more, 0, arguments, 2, more.length);
        return Ran.command(arguments);
    }

    private static void assertEveryLine(Ran ran, String pattern) {
        assertFalse(ran.err().isEmpty());
        ran.err().lines().forEach(line -> assertTrue(line.matches(pattern), line));
    }
}
