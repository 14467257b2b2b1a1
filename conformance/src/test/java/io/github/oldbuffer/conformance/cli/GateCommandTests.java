package io.github.oldbuffer.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.conformance.known.KnownDeviation;
import io.github.oldbuffer.conformance.known.KnownDeviations;
import io.github.oldbuffer.conformance.known.KnownDeviationsJson;
import io.github.oldbuffer.conformance.known.VersionRange;
import io.github.oldbuffer.reports.json.ResultsJson;
import io.github.oldbuffer.reports.results.Results;
import io.github.oldbuffer.reports.results.Run;
import io.github.oldbuffer.reports.results.Run.ClauseResult;
import io.github.oldbuffer.reports.results.Run.Crash;
import io.github.oldbuffer.reports.results.Run.Overall;
import io.github.oldbuffer.reports.results.Run.Stale;
import io.github.oldbuffer.reports.results.Run.ViolationResult;
import io.github.oldbuffer.spec.implementation.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateCommandTests {

    private static final ClauseResult HOLDS =
            new ClauseResult("READ-1", "contract", Overall.HOLDS, 10, List.of(), List.of());

    @TempDir
    Path temporary;

    @Test
    void what_holds_and_what_is_known_passes() throws IOException {
        Ran ran = gate(run(List.of(HOLDS, violated(true)), List.of(), List.of()));
        assertEquals(ExitStatus.CONFORMS, ran.status(), ran.err());
        assertEquals("passes\n", ran.out());
    }

    @Test
    void a_new_deviation_does_not_pass() throws IOException {
        Ran ran = gate(run(List.of(HOLDS, violated(false)), List.of(), List.of()));
        assertEquals(ExitStatus.DEVIATES, ran.status());
        assertEquals("fake: READ-3: it shouts is new", ran.sentence());
    }

    @Test
    void a_new_death_does_not_pass() throws IOException {
        Crash crash = new Crash("CRASHED", "SIGSEGV", "READ-1", "it died", false, null, "deviations/x/witness.json");
        Ran ran = gate(run(List.of(HOLDS), List.of(crash), List.of()));
        assertEquals(ExitStatus.DEVIATES, ran.status());
        assertEquals("fake: READ-1: it died is new", ran.sentence());
    }

    @Test
    void a_stale_entry_does_not_pass() throws IOException {
        Ran ran = gate(run(List.of(HOLDS), List.of(), List.of(new Stale("READ-1", "it whispers"))));
        assertEquals(ExitStatus.DEVIATES, ran.status());
        assertTrue(ran.sentence().contains("deviates no more"), ran.sentence());
    }

    @Test
    void a_clause_that_was_not_exercised_could_not_be_judged() throws IOException {
        ClauseResult none =
                new ClauseResult("READ-2", "contract", Overall.NOT_EXERCISED, 0, List.of("an mmap"), List.of());
        Ran ran = gate(run(List.of(HOLDS, none), List.of(), List.of()));
        assertEquals(ExitStatus.NOT_JUDGED, ran.status());
        assertTrue(ran.sentence().contains("an mmap"), ran.sentence());
    }

    @Test
    void no_run_could_not_be_judged() throws IOException {
        Path file = write(new Results(Results.SCHEMA, new Results.Kit("1", 1, 1), List.of()));
        Ran ran = Ran.command("gate", file.toString());
        assertEquals(ExitStatus.NOT_JUDGED, ran.status());
        assertTrue(ran.sentence().contains("holds no run"), ran.sentence());
    }

    @Test
    void another_file_of_known_deviations_decides_instead() throws IOException {
        Path results = write(results(run(List.of(HOLDS, violated(true)), List.of(), List.of())));
        Path fitting = known("READ-3", "it shouts");
        assertEquals(
                ExitStatus.CONFORMS,
                Ran.command("gate", results.toString(), "--known", fitting.toString())
                        .status());

        assertEquals(
                ExitStatus.DEVIATES,
                Ran.command("gate", results.toString(), "--known", "none").status());

        Path other = known("READ-1", "it whispers");
        Ran ran = Ran.command("gate", results.toString(), "--known", other.toString());
        assertEquals(ExitStatus.DEVIATES, ran.status());
        assertTrue(ran.err().contains("it shouts is new"), ran.err());
        assertTrue(ran.err().contains("it whispers is on file and deviates no more"), ran.err());
    }

    private Ran gate(Run run) throws IOException {
        return Ran.command("gate", write(results(run)).toString());
    }

    private static Results results(Run run) {
        return new Results(Results.SCHEMA, new Results.Kit("1", 1, 1), List.of(run));
    }

    private Path write(Results results) throws IOException {
        return Files.writeString(temporary.resolve("results.json"), ResultsJson.write(results));
    }

    /** The word conforms is always true here: the gate must not believe it. */
    private static Run run(List<ClauseResult> clauses, List<Crash> crashes, List<Stale> stale) {
        return new Run(new Identity("fake", "Fake", "1"), true, 10, 0, clauses, crashes, List.of(), stale);
    }

    private static ClauseResult violated(boolean known) {
        ViolationResult violation = new ViolationResult(
                "it shouts", "it shouted", known, known ? "it is deaf" : null, "deviations/x/witness.json");
        return new ClauseResult("READ-3", "contract", Overall.VIOLATED, 10, List.of(), List.of(violation));
    }

    private Path known(String clause, String symptom) throws IOException {
        KnownDeviation entry = new KnownDeviation(
                "fake",
                VersionRange.ALL,
                clause,
                symptom,
                "it is deaf",
                FakeProvider.oneCall(),
                Optional.empty(),
                Optional.empty());
        return Files.writeString(
                temporary.resolve(clause + ".json"), KnownDeviationsJson.write(new KnownDeviations(List.of(entry))));
    }
}
