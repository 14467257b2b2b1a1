package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.reports.json.ResultsJson;
import io.github.oldbuffer.spec.compare.Comparison;
import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import io.github.oldbuffer.spec.results.Evidence;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTests {

    @TempDir
    Path out;

    @Test
    void two_that_do_the_same_differ_in_nothing() throws Exception {
        Ran ran = diff("right", "model");

        assertEquals(ExitStatus.CONFORMS, ran.status(), ran.err());
        assertEquals("seed 7\n", ran.err());
        assertEquals("right and model do the same", ran.lastLine());
        Results results = results();
        assertEquals(
                List.of("right", "model"),
                results.runs().stream().map(run -> run.implementation().id()).toList());
        for (Run run : results.runs()) {
            assertEquals(List.of(), differences(run));
            assertEquals(20 * 59, run.scenarios());
            assertEquals(55, run.clauses().size());
        }
    }

    @Test
    void what_is_not_compared_is_listed() {
        String printed = diff("right", "model").out().replaceAll("\\s+", " ");
        for (String sentence : Comparison.NORMALISED) {
            assertTrue(printed.contains(sentence), sentence);
        }
    }

    @Test
    void a_difference_has_one_small_witness_that_replays_and_a_page() throws Exception {
        Ran ran = diff("wrong", "right");

        assertEquals(ExitStatus.DEVIATES, ran.status(), ran.err());
        Run left = results().runs().get(0);
        Finding difference = differences(left).stream()
                .filter(each -> each.symptom().equals("PyObject_AsReadBuffer: the result: 1, the other: 0"))
                .findFirst()
                .orElseThrow();
        assertEquals("right", difference.other().id());
        Evidence.Seen call = difference.evidence().steps().stream()
                .filter(step -> step.step().startsWith("PyObject_AsReadBuffer"))
                .findFirst()
                .orElseThrow();
        assertTrue(call.happened().startsWith("1, "), call.happened());
        assertTrue(call.model().startsWith("0, "), call.model());
        Path witness = out.resolve(difference.witness());
        assertTrue(ran.out().contains(witness.toString()), ran.out());
        Ran replay = Ran.command("replay", witness.toString(), "-i", "wrong");
        assertEquals(ExitStatus.DEVIATES, replay.status());
        assertTrue(replay.out().contains("  1  PyObject_AsReadBuffer(o0) -> 1"), replay.out());
        assertFalse(replay.out().contains("    2  "), replay.out());
        String page = Files.readString(witness.resolveSibling("README.md"));
        String folder = witness.getParent().toString();
        assertTrue(page.contains("./conform replay " + folder + "\n"), page);
        Ran again = Ran.command("replay", folder);
        assertEquals(ExitStatus.DEVIATES, again.status(), again.err());
        assertTrue(
                again.out().contains("Still there: PyObject_AsReadBuffer: the result: 1, the other: 0."), again.out());
        Ran mended = Ran.command("replay", folder, "-i", "right");
        assertEquals(ExitStatus.CONFORMS, mended.status(), mended.err());
        assertTrue(mended.out().contains("Gone: "), mended.out());
        assertEquals(List.of(), differences(results().runs().get(1)));
    }

    @Test
    void what_one_the_other_and_both_do_wrong_is_told() {
        List<String> left = diff("wrong", "right").out().lines().toList();
        List<String> right = diff("right", "wrong").out().lines().toList();
        List<String> both = diff("wrong", "wrong").out().lines().toList();

        assertTrue(line(left, "  only wrong  ").contains("READ-1"));
        assertTrue(line(left, "  only right  ").endsWith("  -"));
        assertTrue(line(right, "  only wrong  ").contains("READ-1"));
        assertTrue(line(both, "  both  ").contains("READ-1"));
        assertEquals("wrong and wrong do the same", both.get(both.size() - 1));
    }

    @Test
    void a_clause_that_is_not_judged_to_the_end_since_one_died_is_not_called_violated() throws Exception {
        List<String> told = diff("mortal", "right").out().lines().toList();
        List<String> died = results().runs().get(0).clauses().stream()
                .filter(clause -> clause.verdict() == Verdict.DIED)
                .map(ClauseResult::id)
                .toList();
        assertFalse(died.isEmpty());
        int last = told.indexOf("not compared");
        List<String> table = told.subList(told.indexOf("clauses violated by"), last);
        int from = table.indexOf(line(table, "  neither, but one died  "));
        for (String clause : died) {
            assertTrue(String.join(" ", table.subList(from, table.size())).contains(clause), clause);
            assertFalse(String.join(" ", table.subList(0, from)).contains(clause), clause);
        }
    }

    @Test
    void a_cause_of_the_one_is_fixed_and_of_the_other_new() throws IOException {
        Ran fixed = diff("wrong", "right");
        assertTrue(fixed.out().contains("causes  2 causes: 2 fixed"), fixed.out());
        assertTrue(line(fixed.out().lines().toList(), "  fixed  ").contains("returned 1, not 0"), fixed.out());
        assertTrue(fixed.out().contains(" scenarios, right: no"), fixed.out());
        assertTrue(Files.readString(out.resolve("index.html")).contains("<span class=\"v v-holds\">fixed</span>"));
        assertTrue(Files.readString(out.resolve("changes.json")).contains("\"state\": \"fixed\""));
        assertTrue(diff("right", "wrong").out().contains("causes  2 causes: 2 new"));
        assertTrue(diff("wrong", "wrong").out().contains("causes  2 causes: 2 same"));
        assertTrue(diff("right", "right").out().contains("causes  nothing was found in either"));
    }

    @Test
    void nothing_is_fixed_by_dying_or_by_not_being_able() {
        for (String other : List.of("mortal", "idle")) {
            Ran ran = diff("wrong", other);
            assertFalse(ran.out().contains("fixed"), ran.out());
            assertTrue(ran.out().contains("not asked"), ran.out());
        }
    }

    @Test
    void one_that_dies_differs_and_is_given_up_in_time() throws Exception {
        Ran ran = diff("right", "mortal");

        assertEquals(ExitStatus.DEVIATES, ran.status(), ran.out());
        assertTrue(ran.out().contains(" left out, "), ran.out());
        String printed = ran.out().replaceAll("\\s+", " ");
        // which function it dies of first is the scenarios' affair
        assertTrue(printed.matches(".*PyObject_\\w+: lived on, the other: CRASHED.*"), ran.out());
        assertFalse(
                line(ran.out().lines().toList(), "  neither, but one died  ").endsWith("  -"), ran.out());
        assertTrue(results().runs().get(1).findings().stream().anyMatch(found -> found.kind() == Kind.DEATH));
    }

    @Test
    void calls_that_nobody_promises_to_survive_are_left_out_after_some_deaths() {
        Ran ran = diff("right", "fragile");

        assertEquals(ExitStatus.DEVIATES, ran.status(), ran.err());
        assertEquals("seed 7\n", ran.err());
        assertTrue(ran.out().contains(" left out, "), ran.out());
        assertTrue(ran.out().contains("Left out: scenarios with a call"), ran.out());
    }

    @Test
    void what_supports_nothing_cannot_be_compared() {
        Ran ran = diff("right", "idle");
        assertEquals(ExitStatus.NOT_JUDGED, ran.status(), ran.out());
        assertTrue(ran.lastLine().startsWith("right and idle could not be compared: no scenario"), ran.lastLine());
    }

    @Test
    void what_breaks_down_cannot_be_compared() {
        for (String[] ids : List.of(new String[] {"right", "broken"}, new String[] {"broken", "right"})) {
            Ran ran = diff(ids[0], ids[1]);
            assertEquals(ExitStatus.NOT_JUDGED, ran.status(), ran.out());
            assertTrue(ran.err().contains("broken cannot go on: the wire is cut"), ran.err());
            assertFalse(ran.err().contains("\tat "), ran.err());
        }
    }

    @Test
    void what_does_not_start_cannot_be_compared() {
        Ran ran = diff("right", "absent");
        assertEquals(ExitStatus.NOT_JUDGED, ran.status());
        assertTrue(ran.err().contains("absent: the interpreter is missing; install it"), ran.err());
        assertEquals("", ran.out());
    }

    @Test
    void the_same_seed_gives_the_same_report() throws Exception {
        String first = diff("wrong", "mortal").out() + StoredResults.unmeasured(out);
        String second = diff("wrong", "mortal").out() + StoredResults.unmeasured(out);
        assertEquals(first, second);
    }

    private Ran diff(String left, String right) {
        return Ran.command("diff", "-i", left, "-i", right, "--tries", "20", "--seed", "7", "--out", out.toString());
    }

    private static List<Finding> differences(Run run) {
        return run.findings().stream()
                .filter(found -> found.kind() == Kind.DIFFERENCE)
                .toList();
    }

    private Results results() throws Exception {
        return ResultsJson.read(Files.readString(out.resolve("results.json")));
    }

    private static String line(List<String> lines, String start) {
        return lines.stream()
                .filter(line -> line.startsWith(start) || line.strip().startsWith(start.strip() + " "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(start + " in " + lines));
    }
}
