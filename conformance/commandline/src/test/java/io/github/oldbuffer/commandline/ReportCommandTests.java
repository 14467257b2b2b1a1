package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.commandline.command.ReportCommand;
import io.github.oldbuffer.commandline.input.ClausePatterns;
import io.github.oldbuffer.reports.json.ResultsJson;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.results.Evidence;
import io.github.oldbuffer.spec.results.Filed;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Strength;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.suite.known.KnownDeviation;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.known.KnownDeviationsJson;
import io.github.oldbuffer.suite.known.VersionRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports of real runs, made again from their results. */
class ReportCommandTests {

    @TempDir
    Path temporary;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "results.json",
                "index.html",
                "junit.xml",
                "results.sarif",
                "codequality.json",
                "annotations.txt",
                "summary.md",
                "badge.json"
            })
    void a_report_is_remade_from_its_results_alone(String form) throws Exception {
        Path results = run("a", "wrong", "1");
        Path alone = Files.copy(results, temporary.resolve("alone.json"));

        Ran ran = Ran.command("report", alone.toString(), "--out", out("b"));

        assertEquals(ExitStatus.CONFORMS, ran.status(), ran.err());
        assertEquals(
                Files.readString(results.resolveSibling(form)),
                Files.readString(temporary.resolve("b").resolve(form)));
        String witness = found(results).witness();
        assertEquals(
                Files.readString(results.resolveSibling(witness)),
                Files.readString(temporary.resolve("b").resolve(witness)));
    }

    @Test
    void a_run_records_the_witness_beside_the_model() throws Exception {
        Results results = ResultsJson.read(Files.readString(run("a", "wrong", "1")));
        Evidence evidence = results.runs().get(0).findings().get(0).evidence();
        Evidence.Seen call = evidence.steps().get(evidence.steps().size() - 1);
        assertTrue(call.happened().startsWith("1, "), call.happened());
        assertTrue(call.model().startsWith("0, "), call.model());
        assertEquals(1, evidence.drawings().size());
        assertEquals("WITHIN", evidence.drawings().get(0).pointer());
        assertTrue(results.runs().get(0).measured().millis() >= 0);
    }

    @Test
    void results_say_what_repeats_them_and_how_strong_the_suite_is() throws Exception {
        Results results = ResultsJson.read(Files.readString(run("a", "right", "1")));

        assertEquals(
                List.of("run", "--clauses", "READ-1", "-i", "right", "--tries", "200", "--seed", "1"),
                results.command().words());
        Set<String> named = results.strength().mutants().stream()
                .map(Strength.Mutant::clause)
                .collect(Collectors.toSet());
        assertEquals(Set.copyOf(ClausePatterns.allIds()), named);
    }

    @Test
    void what_is_on_file_is_told_with_the_day_and_the_place_upstream() throws Exception {
        KnownDeviation entry = new KnownDeviation(
                "wrong",
                VersionRange.ALL,
                Optional.empty(),
                Function.READ.cName(),
                Optional.of("READ-1"),
                List.of("returned 1, not 0"),
                Set.of(),
                "It counts.",
                Scenario.of(new Step.Make(0, new Bytes(1, 1, false)), Step.Call.of(Function.READ, 0)),
                Optional.of(LocalDate.of(2026, 11, 20)),
                Optional.of("https://example.org/1"),
                Optional.empty());
        Path known = Files.writeString(
                temporary.resolve("known.json"), KnownDeviationsJson.write(new KnownDeviations(List.of(entry))));

        Ran ran = Ran.command(
                "run", "-i", "wrong", "--clauses", "READ-1", "--known", known.toString(), "--out", out("a"));

        assertEquals(ExitStatus.CONFORMS, ran.status(), ran.err());
        Path file = temporary.resolve("a/results.json");
        Filed filed = new Filed("It counts.", "", "2026-11-20", "https://example.org/1", null);
        assertEquals(filed, found(file).filed());
        Ran.command("report", file.toString(), "--out", out("b"));
        assertEquals(filed, found(temporary.resolve("b/results.json")).filed());
    }

    private static Finding found(Path results) throws Exception {
        return ResultsJson.read(Files.readString(results))
                .runs()
                .get(0)
                .findings()
                .get(0);
    }

    @Test
    void shards_add_up() throws Exception {
        Path one = run("a", "right", "1");
        Path other = run("b", "right", "2");

        Ran ran = Ran.command("report", "--merge", one.toString(), other.toString(), "--out", out("c"));

        assertEquals(ExitStatus.CONFORMS, ran.status(), ran.err());
        Results merged = ResultsJson.read(Files.readString(temporary.resolve("c/results.json")));
        assertEquals(1, merged.runs().size());
        assertEquals(400, merged.runs().get(0).scenarios());
    }

    @Test
    void two_runs_are_compared() throws IOException {
        Path before = run("a", "wrong", "1");
        Path after = run("b", "right", "1");

        Ran ran = Ran.command("report", before.toString(), after.toString(), "--out", out("c"));

        assertEquals(ExitStatus.CONFORMS, ran.status(), ran.err());
        assertTrue(ran.out().contains("right: READ-1 was VIOLATED, is HOLDS\n"), ran.out());
        assertTrue(ran.out().contains("right: fixed: "), ran.out());
        assertTrue(Files.readString(temporary.resolve("c/changes.json")).contains("\"state\": \"fixed\""));
        assertTrue(Files.exists(temporary.resolve("c/index.html")));
    }

    @Test
    void what_only_one_of_two_runs_was_asked_is_not_called_fixed() {
        Path before = run("a", "wrong", "1");
        Ran other =
                Ran.command("report", before.toString(), run("b", "right", "2").toString(), "--out", out("c"));
        assertEquals(ExitStatus.CONFORMS, other.status(), other.err());
        assertFalse(other.out().contains("fixed"), other.out());
        assertTrue(other.out().contains("right: not asked: READ-1"), other.out());
        assertTrue(other.out().contains("another seed was drawn (2, not 1)"), other.out());
        Ran same = Ran.command("report", before.toString(), before.toString(), "--out", out("d"));
        assertEquals("0 changes", same.out().lines().toList().get(0), same.out());
    }

    @Test
    void files_are_told_apart_without_the_folders_that_they_share() {
        assertEquals(
                List.of("before.json", "run/results.json"),
                ReportCommand.names(List.of(Path.of("/x/y/before.json"), Path.of("/x/y/run/results.json"))));
        assertEquals(
                List.of("3.6/results.json", "3.7/results.json"),
                ReportCommand.names(List.of(Path.of("3.6/results.json"), Path.of("3.7/results.json"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"schema\": 1, \"kit\": {\"version\": \"1\"",
                "{\"schema\": 3, \"kit\": {\"version\": \"1\", \"seed\": 1, \"tries\": 1}, \"runs\": []}",
                "{\"schema\": 0, \"kit\": {\"version\": \"1\", \"seed\": 1, \"tries\": 1}, \"runs\": []}",
                "nonsense"
            })
    void what_is_no_results_file_is_refused_in_one_sentence(String text) throws IOException {
        Path file = Files.writeString(temporary.resolve("bad.json"), text);
        for (String command : new String[] {"report", "gate"}) {
            Ran ran = Ran.command(command, file.toString());
            assertEquals(ExitStatus.USAGE, ran.status());
            assertTrue(ran.sentence().contains("is no results file"), ran.sentence());
        }
    }

    @Test
    void the_trend_shows_every_run_and_names_what_it_cannot_read() throws IOException {
        run("a", "right", "1");
        run("b", "wrong", "1");
        Path page = temporary.resolve("trend.html");

        Ran ran = Ran.command("trend", temporary.toString(), "--out", page.toString());
        assertEquals(ExitStatus.CONFORMS, ran.status(), ran.err());
        assertEquals(3, figures(ran), ran.out());
        assertTrue(Files.readString(page).contains("<svg"));

        Files.writeString(Files.createDirectory(temporary.resolve("c")).resolve("results.json"), "{");
        Ran some = Ran.command("trend", temporary.toString(), "--out", page.toString());
        assertEquals(ExitStatus.NOT_JUDGED, some.status());
        assertTrue(some.sentence().contains("is no results file"), some.sentence());
        assertEquals(3, figures(some), some.out());
    }

    /** Lines about runs, the heading among them. */
    private static long figures(Ran ran) {
        return ran.out()
                .lines()
                .takeWhile(line -> !line.isEmpty() && !line.endsWith(".html"))
                .count();
    }

    @Test
    void no_folder_and_no_run_have_no_trend() throws IOException {
        assertEquals(ExitStatus.USAGE, Ran.command("trend", out("nowhere")).status());
        Ran none = Ran.command(
                "trend", Files.createDirectory(temporary.resolve("empty")).toString());
        assertEquals(ExitStatus.NOT_JUDGED, none.status());
        assertTrue(none.sentence().contains("there is no run"), none.sentence());
    }

    private Path run(String name, String id, String seed) {
        Ran.command("run", "-i", id, "--clauses", "READ-1", "--tries", "200", "--seed", seed, "--out", out(name));
        return temporary.resolve(name).resolve("results.json");
    }

    private String out(String name) {
        return temporary.resolve(name).toString();
    }
}
