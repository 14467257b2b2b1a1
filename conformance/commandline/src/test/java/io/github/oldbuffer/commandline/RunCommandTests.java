package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.reports.json.ResultsJson;
import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import io.github.oldbuffer.spec.results.Coverage;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTests {

    @TempDir
    Path out;

    @Test
    void what_is_right_conforms() throws Exception {
        Ran ran = run("-i", "right", "--clauses", "READ-1,READ-2", "--seed", "42");

        assertEquals(ExitStatus.CONFORMS, ran.status(), ran.err());
        assertEquals("seed 42\n", ran.err());
        assertEquals(
                List.of("clause    level      right", "READ-1    contract   HOLDS", "READ-2    contract   HOLDS"),
                ran.out().lines().limit(3).toList());
        assertEquals("right conforms", ran.lastLine());
        Results results = results();
        assertEquals(42, results.kit().seed());
        assertEquals(List.of("READ-1", "READ-2"), clauses(results.runs().get(0)));
        assertTrue(results.runs().get(0).conforms());
    }

    @Test
    void what_is_wrong_does_not_conform_and_leaves_a_witness_that_replays() throws Exception {
        Ran ran = run("-i", "right", "-i", "wrong", "--clauses", "READ-1");

        assertEquals(ExitStatus.DEVIATES, ran.status(), ran.err());
        assertTrue(ran.out().contains("READ-1    contract   HOLDS          VIOLATED\n"), ran.out());
        assertTrue(ran.out().contains("  NEW    READ-1    returned 1, not 0\n"), ran.out());
        assertTrue(
                ran.lastLine().startsWith("right conforms; wrong does not conform: 1 new deviation"), ran.lastLine());
        String witness = results().runs().get(1).findings().get(0).witness();
        assertTrue(ran.out().contains(out.resolve(witness).toString()), ran.out());
        String file = out.resolve(witness).toString();
        assertEquals(
                ExitStatus.DEVIATES, Ran.command("replay", file, "-i", "wrong").status());
        assertEquals(ExitStatus.CONFORMS, Ran.command("replay", file).status());
    }

    @Test
    void a_death_is_told_with_its_witness() throws Exception {
        Ran ran = run("-i", "mortal", "--clauses", "READ-1");

        assertEquals(ExitStatus.DEVIATES, ran.status(), ran.err());
        assertTrue(ran.lastLine().matches("mortal does not conform: [0-9]+ new deaths? .*"), ran.lastLine());
        Finding death = results().runs().get(0).findings().get(0);
        assertEquals(Finding.Kind.DEATH, death.kind());
        assertNull(death.clause());
        assertEquals("SIGSEGV", death.signal());
        assertTrue(Files.exists(out.resolve(death.witness())));
        assertEquals(
                Verdict.DIED,
                results().runs().get(0).clause("READ-1").orElseThrow().verdict());
    }

    @Test
    void a_death_where_no_clause_binds_is_listed_and_does_not_affect_the_verdict() throws Exception {
        Ran ran = run("-i", "fragile", "--tries", "60", "--seed", "1");

        assertEquals(ExitStatus.CONFORMS, ran.status(), ran.err());
        Run run = results().runs().get(0);
        assertTrue(run.conforms());
        assertEquals(List.of(), run.findings());
        assertEquals(
                List.of(
                        "CRASHED (SIGSEGV) in PyObject_AsCharBuffer",
                        "CRASHED (SIGSEGV) in PyObject_AsReadBuffer",
                        "CRASHED (SIGSEGV) in PyObject_AsWriteBuffer"),
                run.coverage().deaths().stream()
                        .map(death -> death.symptom().split(" \\(\\w+ NULL")[0])
                        .distinct()
                        .sorted()
                        .toList());
        assertEquals(
                ExitStatus.CONFORMS,
                Ran.command("gate", out.resolve("results.json").toString()).status());
        Path witness = out.resolve(run.coverage().deaths().get(0).witness());
        assertTrue(Files.exists(witness));
        assertTrue(Files.readString(witness.resolveSibling("README.md")).contains("no clause speaks of such a call"));
    }

    @Test
    void a_run_tells_which_part_of_the_space_it_came_by() throws Exception {
        run("-i", "right", "-i", "idle", "--tries", "60", "--seed", "1");

        Coverage right = results().runs().get(0).coverage();
        assertEquals(120, right.beyond());
        assertTrue(right.coveredPairs() > right.possiblePairs() / 2, right.toString());
        Coverage idle = results().runs().get(1).coverage();
        assertEquals(0, idle.coveredPairs());
        assertEquals(0, idle.coveredValues());
        assertEquals(right.possiblePairs(), idle.possiblePairs());
    }

    @Test
    void a_run_of_some_clauses_goes_no_further() throws Exception {
        run("-i", "fragile", "--clauses", "READ-*", "--tries", "60", "--seed", "1");

        Coverage coverage = results().runs().get(0).coverage();
        assertEquals(0, coverage.beyond());
        assertEquals(List.of(), coverage.deaths());
        assertEquals(
                List.of("NULL for buffer", "NULL for length", "NULL for both outputs", "NULL for object"),
                coverage.dimensions().stream()
                        .filter(dimension -> dimension.name().equals("arguments"))
                        .findFirst()
                        .orElseThrow()
                        .missing());
    }

    @Test
    void what_exercises_nothing_could_not_be_judged() {
        Ran ran = run("-i", "idle", "--clauses", "READ-1");

        assertEquals(ExitStatus.NOT_JUDGED, ran.status(), ran.err());
        assertTrue(ran.out().contains("not exercised"), ran.out());
        assertTrue(ran.lastLine().startsWith("idle could not be judged: 1 clause was not exercised"), ran.lastLine());
    }

    @Test
    void what_breaks_down_could_not_be_judged() {
        Ran ran = run("-i", "broken", "--clauses", "READ-1");

        assertEquals(ExitStatus.NOT_JUDGED, ran.status(), ran.out());
        assertTrue(ran.err().contains("the wire is cut"), ran.err());
        assertFalse(ran.err().contains("\tat "), ran.err());
    }

    @Test
    void what_does_not_start_could_not_be_judged_and_writes_nothing() throws IOException {
        Ran ran = run("-i", "absent", "--clauses", "READ-1");

        assertEquals(ExitStatus.NOT_JUDGED, ran.status());
        assertTrue(ran.err().contains("absent: the interpreter is missing; install it"), ran.err());
        assertEquals("", ran.out());
        try (Stream<Path> files = Files.list(out)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void what_does_not_start_does_not_stop_the_others() throws Exception {
        Ran ran = run("-i", "absent", "-i", "right", "--clauses", "READ-1");

        assertEquals(ExitStatus.NOT_JUDGED, ran.status());
        assertEquals("right conforms", ran.lastLine());
        assertEquals(1, results().runs().size());
    }

    @Test
    void without_ids_every_one_there_is_runs_and_the_absent_are_named() throws Exception {
        Ran ran = run("--clauses", "READ-1");

        assertEquals(ExitStatus.DEVIATES, ran.status());
        assertTrue(ran.err().contains("absent: the interpreter is missing"), ran.err());
        assertEquals(
                List.of("broken", "fragile", "idle", "model", "mortal", "right", "wrong"),
                results().runs().stream().map(run -> run.implementation().id()).toList());
    }

    @Test
    void the_model_alone_is_no_answer_about_anybody_unless_it_was_asked_for() {
        String[] some = {
            "run",
            "--clauses",
            "READ-1",
            "--tries",
            "40",
            "--out",
            out.resolve("out").toString()
        };
        Ran ran = Ran.modelAlone(some);
        assertEquals(ExitStatus.NOT_JUDGED, ran.status(), ran.err());
        assertTrue(ran.err().contains("only the model was judged, which says nothing about any Python"), ran.err());

        List<String> named = new ArrayList<>(List.of(some));
        named.addAll(List.of("-i", "model"));
        Ran asked = Ran.modelAlone(named.toArray(String[]::new));
        assertEquals(ExitStatus.CONFORMS, asked.status(), asked.err());
        assertFalse(asked.err().contains("only the model"), asked.err());
    }

    @Test
    void the_same_seed_gives_the_same_results() throws Exception {
        run("-i", "wrong", "--clauses", "READ-*", "--seed", "7");
        String first = StoredResults.unmeasured(out);
        run("-i", "wrong", "--clauses", "READ-*", "--seed", "7");
        assertEquals(first, StoredResults.unmeasured(out));
    }

    @Test
    void ci_has_a_fixed_seed_unless_told_otherwise() {
        String[] command = {"run", "-i", "right", "--clauses", "READ-1", "--tries", "10", "--out", out.toString()};
        String[] told = Arrays.copyOf(command, command.length + 2);
        told[command.length] = "--seed";
        told[command.length + 1] = "7";

        assertEquals(
                "seed 20261122\n",
                Ran.with(false, Map.of("CI", "true"), command).err());
        assertEquals("seed 7\n", Ran.with(false, Map.of("CI", "true"), told).err());
        assertNotEquals(Ran.command(command).err(), Ran.command(command).err());
    }

    @Test
    void a_terminal_gets_colours_and_a_progress_bar_and_a_file_gets_neither() {
        String[] command = {"run", "-i", "right", "--clauses", "READ-1", "--out", out.toString()};

        Ran onTerminal = Ran.with(true, Map.of(), command);
        Ran inFile = Ran.with(false, Map.of(), command);

        assertTrue(onTerminal.out().contains("\u001B["), onTerminal.out());
        assertTrue(onTerminal.err().contains("\r"), onTerminal.err());
        assertFalse(inFile.out().contains("\u001B"), inFile.out());
        assertFalse(inFile.err().contains("\r"), inFile.err());
        assertEquals(inFile.out(), onTerminal.out().replaceAll("\u001B\\[[0-9;]*m", ""));
    }

    private Ran run(String... arguments) {
        String[] command = new String[arguments.length + 3];
        command[0] = "run";
        command[1] = "--out";
        command[2] = out.toString();
        System.arraycopy(arguments, 0, command, 3, arguments.length);
        return Ran.command(command);
    }

    private Results results() throws Exception {
        return ResultsJson.read(Files.readString(out.resolve("results.json")));
    }

    private static List<String> clauses(Run run) {
        return run.clauses().stream().map(ClauseResult::id).toList();
    }

    /** The results without the moment and the time that the run took. */
}
