package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.reports.json.ResultsJson;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Replayed;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.suite.known.KnownDeviation;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.known.KnownDeviationsJson;
import io.github.oldbuffer.suite.known.VersionRange;
import io.github.oldbuffer.suite.search.Replays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateCommandTests {

    private static final ClauseResult HOLDS = new ClauseResult("READ-1", "contract", Verdict.HOLDS, null, 10);

    private static final ClauseResult VIOLATED = new ClauseResult("READ-3", "contract", Verdict.VIOLATED, null, 10);

    @TempDir
    Path temporary;

    @Test
    void what_holds_and_what_is_known_passes() throws IOException {
        Ran ran = gate(run(List.of(HOLDS, VIOLATED), List.of(shouts(true)), List.of()));
        assertEquals(ExitStatus.CONFORMS, ran.status(), ran.err());
        assertEquals("fake: READ-3: it shouts is known\npasses\n", ran.out());
    }

    @Test
    void a_new_deviation_does_not_pass() throws IOException {
        Ran ran = gate(run(List.of(HOLDS, VIOLATED), List.of(shouts(false)), List.of()));
        assertEquals(ExitStatus.DEVIATES, ran.status());
        assertEquals("fake: READ-3: it shouts is new", ran.sentence());
    }

    @Test
    void a_new_death_does_not_pass() throws IOException {
        Ran ran = gate(run(List.of(HOLDS), List.of(Found.death("it died", "deviations/x/witness.json")), List.of()));
        assertEquals(ExitStatus.DEVIATES, ran.status());
        assertEquals("fake: death: it died is new", ran.sentence());
    }

    @Test
    void a_stale_entry_does_not_pass() throws IOException {
        Ran ran = gate(run(List.of(HOLDS), List.of(), List.of(replayed("READ-1", "it whispers", true))));
        assertEquals(ExitStatus.DEVIATES, ran.status());
        assertTrue(ran.sentence().contains("deviates no more"), ran.sentence());
    }

    @Test
    void a_clause_that_was_not_exercised_could_not_be_judged() throws IOException {
        ClauseResult none = new ClauseResult("READ-2", "contract", Verdict.NOT_EXERCISED, "an mmap", 0);
        Ran ran = gate(run(List.of(HOLDS, none), List.of(), List.of()));
        assertEquals(ExitStatus.NOT_JUDGED, ran.status());
        assertTrue(ran.sentence().contains("an mmap"), ran.sentence());
    }

    @Test
    void no_run_could_not_be_judged() throws IOException {
        Path file = write(new Results(new Results.Kit("1", 1, 1), List.of()));
        Ran ran = Ran.command("gate", file.toString());
        assertEquals(ExitStatus.NOT_JUDGED, ran.status());
        assertTrue(ran.sentence().contains("holds no run"), ran.sentence());
    }

    @Test
    void another_file_of_known_deviations_decides_instead() throws IOException {
        Path results = write(results(run(List.of(HOLDS, VIOLATED), List.of(shouts(true)), List.of())));
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
        assertFalse(ran.err().contains("deviates no more"), "its witness was not replayed: " + ran.err());

        Path replaying = write(
                "replaying.json",
                results(run(
                        List.of(HOLDS, VIOLATED),
                        List.of(shouts(true)),
                        List.of(replayed("READ-1", "it whispers", true)))));
        Ran stale = Ran.command("gate", replaying.toString(), "--known", other.toString());
        assertTrue(stale.err().contains("it whispers is on file and deviates no more"), stale.err());
    }

    @Test
    void a_stale_entry_excuses_nothing() throws IOException {
        Path results = write(results(
                run(List.of(HOLDS, VIOLATED), List.of(shouts(true)), List.of(replayed("READ-3", "it shouts", true)))));
        Ran ran = Ran.command(
                "gate",
                results.toString(),
                "--known",
                known("READ-3", "it shouts").toString());
        assertEquals(ExitStatus.DEVIATES, ran.status());
        assertTrue(ran.err().contains("it shouts is new"), ran.err());
        assertTrue(ran.err().contains("it shouts is on file and deviates no more"), ran.err());
    }

    @Test
    void a_clause_that_used_to_be_exercised_does_not_pass() throws IOException {
        ClauseResult none = new ClauseResult("READ-1", "contract", Verdict.NOT_EXERCISED, null, 0);
        Path before = write("before.json", results(run(List.of(HOLDS, VIOLATED), List.of(shouts(true)), List.of())));
        Path now = write("now.json", results(run(List.of(none), List.of(), List.of())));

        Ran ran = Ran.command("gate", now.toString(), "--baseline", before.toString());

        assertEquals(ExitStatus.DEVIATES, ran.status());
        assertTrue(ran.err().contains("fake: READ-1: it used to be exercised, and is not any more"), ran.err());
        assertTrue(ran.err().contains("fake: READ-3: it used to be exercised, and is not any more"), ran.err());
        assertEquals(
                ExitStatus.CONFORMS,
                Ran.command("gate", before.toString(), "--baseline", before.toString())
                        .status());
    }

    @Test
    void an_implementation_that_used_to_be_judged_does_not_pass_by_its_absence() throws IOException {
        Path now = write("now.json", results(run(List.of(HOLDS), List.of(), List.of())));
        Run other = new Run(
                new Identity("other", "Other", "1"), 10, 0, List.of(HOLDS), List.of(), List.of(), null, null, null);
        Path before = write("before.json", results(other));
        Ran ran = Ran.command("gate", now.toString(), "--baseline", before.toString());
        assertEquals(ExitStatus.DEVIATES, ran.status());
        assertEquals("other: the baseline judged it, and these results do not", ran.sentence());
    }

    @Test
    void fewer_scenarios_than_asked_for_do_not_pass() throws IOException {
        Path file = write(results(run(List.of(HOLDS), List.of(), List.of())));
        assertEquals(
                ExitStatus.CONFORMS,
                Ran.command("gate", file.toString(), "--tries", "10").status());
        Ran ran = Ran.command("gate", file.toString(), "--tries", "11");
        assertEquals(ExitStatus.DEVIATES, ran.status());
        assertEquals("fake: 10 scenarios were run where 11 were asked for", ran.sentence());
        Path few =
                write(new Results(new Results.Kit("1", 1, 1000), List.of(run(List.of(HOLDS), List.of(), List.of()))));
        assertEquals(ExitStatus.DEVIATES, Ran.command("gate", few.toString()).status());
        assertEquals(
                ExitStatus.USAGE,
                Ran.command("gate", file.toString(), "--tries", "0").status());
    }

    @Test
    void an_entry_that_has_expired_does_not_count_any_more() throws IOException {
        Path results = write(results(run(List.of(HOLDS, VIOLATED), List.of(shouts(true)), List.of())));
        Path known = known("READ-3", "it shouts", Optional.of(LocalDate.of(2020, 1, 31)));
        Ran ran = Ran.command("gate", results.toString(), "--known", known.toString());
        assertEquals(ExitStatus.DEVIATES, ran.status());
        assertEquals("fake: READ-3: it shouts is new; the entry on file expired after 2020-01-31", ran.sentence());
    }

    @Test
    void an_entry_for_another_version_level_or_implementation_does_not_count() throws Exception {
        Path results = write(results(run(List.of(HOLDS, VIOLATED), List.of(shouts(true)), List.of())));
        Path known = known("READ-3", "it shouts");
        String entry = Files.readString(known);
        Files.writeString(known, entry.replace("\"versions\" : \"\"", "\"versions\" : \">=2\""));
        assertEquals(
                "fake: READ-3: it shouts is new; the entry on file is for the versions >=2 and not for 1",
                Ran.command("gate", results.toString(), "--known", known.toString())
                        .sentence());
        Files.writeString(known, entry.replace("\"clause\"", "\"level\" : \"header\", \"clause\""));
        assertEquals(
                "fake: READ-3: it shouts is new; the entry on file is for the level header and not for contract",
                Ran.command("gate", results.toString(), "--known", known.toString())
                        .sentence());
        Files.writeString(known, entry.replace("\"implementation\" : \"fake\"", "\"implementation\" : \"other\""));
        assertEquals(
                ExitStatus.DEVIATES,
                Ran.command("gate", results.toString(), "--known", known.toString())
                        .status());
    }

    @Test
    void an_edit_of_the_known_file_is_proposed_without_a_reason() throws Exception {
        Path results = write(results(run(
                List.of(HOLDS, VIOLATED),
                List.of(Found.withEvidence("READ-3", "it shouts")),
                List.of(replayed("READ-1", "it whispers", true)))));
        Path known = known("READ-1", "it whispers");
        String before = Files.readString(known);

        Ran ran = Ran.command("gate", results.toString(), "--known", known.toString(), "--update-known");

        assertEquals(ExitStatus.DEVIATES, ran.status());
        assertTrue(ran.out().startsWith("--- " + known), ran.out());
        assertTrue(ran.out().contains("\"it shouts\""), ran.out());
        assertTrue(ran.out().contains("\"it whispers\""), ran.out());
        assertTrue(ran.out().contains("\"reason\" : \"\""), ran.out());
        assertEquals(before, Files.readString(known), "the gate edits nothing by itself");
    }

    @Test
    void an_edit_needs_a_file_to_edit() throws IOException {
        Path results = write(results(run(List.of(HOLDS), List.of(), List.of())));
        assertEquals(
                ExitStatus.USAGE,
                Ran.command("gate", results.toString(), "--update-known").status());
    }

    private Ran gate(Run run) throws IOException {
        return Ran.command("gate", write(results(run)).toString());
    }

    private static Results results(Run run) {
        return new Results(new Results.Kit("1", 1, 1), List.of(run));
    }

    private Path write(Results results) throws IOException {
        return write("results.json", results);
    }

    private Path write(String name, Results results) throws IOException {
        return Files.writeString(temporary.resolve(name), ResultsJson.write(results));
    }

    private static Run run(List<ClauseResult> clauses, List<Finding> findings, List<Replayed> replayed) {
        return new Run(new Identity("fake", "Fake", "1"), 10, 0, clauses, findings, replayed, null, null, null);
    }

    private static Finding shouts(boolean known) {
        return Found.violation(
                "READ-3", "it shouts", "it shouted", known ? "it is deaf" : null, "deviations/x/witness.json");
    }

    private static Replayed replayed(String clause, String symptom, boolean stale) {
        return new Replayed(Found.FUNCTION, clause, List.of(symptom), Replays.digest(FakeProvider.oneCall()), stale);
    }

    private Path known(String clause, String symptom) throws IOException {
        return known(clause, symptom, Optional.empty());
    }

    private Path known(String clause, String symptom, Optional<LocalDate> expires) throws IOException {
        KnownDeviation entry = new KnownDeviation(
                "fake",
                VersionRange.ALL,
                Optional.empty(),
                Found.FUNCTION,
                Optional.of(clause),
                List.of(symptom),
                Set.of(),
                "it is deaf",
                FakeProvider.oneCall(),
                Optional.empty(),
                Optional.empty(),
                expires);
        return Files.writeString(
                temporary.resolve(clause + ".json"), KnownDeviationsJson.write(new KnownDeviations(List.of(entry))));
    }
}
