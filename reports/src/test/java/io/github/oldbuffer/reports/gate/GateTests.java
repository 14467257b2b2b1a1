package io.github.oldbuffer.reports.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.reports.samples.SampleResults;
import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import io.github.oldbuffer.spec.results.Command;
import io.github.oldbuffer.spec.results.Filed;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GateTests {

    private final Results sample = SampleResults.withEverything();
    private final Run right = sample.runs().get(0);

    @Test
    void each_thing_that_is_new_each_clause_not_exercised_and_each_stale_entry_is_an_objection() {
        assertEquals(
                List.of(
                        "DEVIATION READ-3: no exception is new",
                        "DEATH death: CRASHED (SIGSEGV) in PyObject_CheckReadBuffer is new",
                        "DIFFERENCE difference: another message is new",
                        "NOT_EXERCISED NEW-5: it was not exercised; never seen: a mmap",
                        "STALE CHAR-3: an old one is on file and deviates no more"),
                told(Gate.objections(sample)));
    }

    @Test
    void what_keeps_its_promises_passes() {
        assertEquals(List.of(), Gate.objections(sample.withRuns(List.of(right))));
    }

    @Test
    void only_a_clause_that_was_not_exercised_leaves_it_open() {
        assertEquals(
                List.of(Objection.Kind.NOT_EXERCISED),
                Gate.objections(sample).stream()
                        .filter(Objection::notJudged)
                        .map(Objection::kind)
                        .toList());
    }

    @Test
    void what_came_in_between_leaves_it_open() {
        List<Objection> objections = Gate.objections(sample.withRuns(List.of(right.withBroken("it was cut short"))));
        assertEquals(List.of("NOT_JUDGED_IN_FULL it was not judged in full: it was cut short"), told(objections));
        assertTrue(objections.get(0).notJudged());
    }

    @Test
    void what_nobody_promises_does_not_count_but_nothing_may_die() {
        ClauseResult reference = new ClauseResult("READ-3", "reference", Verdict.VIOLATED, null, 1);
        ClauseResult open = new ClauseResult("READ-4", "reference", Verdict.NOT_EXERCISED, null, 0);
        Run run = SampleResults.run(
                right.implementation(),
                List.of(reference, open),
                List.of(SampleResults.fresh(), SampleResults.death()));
        assertEquals(
                List.of("DEATH death: CRASHED (SIGSEGV) in PyObject_CheckReadBuffer is new"),
                told(Gate.objections(sample.withRuns(List.of(run)))));
    }

    @Test
    void an_entry_without_a_reason_does_not_pass() {
        Finding unexplained = SampleResults.fresh().withFiled(new Filed(" ", "", null, null, null));
        Run run = right.withFindings(List.of(unexplained, SampleResults.known()));
        assertEquals(
                List.of("NO_REASON READ-3: no exception is on file without a reason"),
                told(Gate.objections(sample.withRuns(List.of(run)))));
    }

    @Test
    void something_can_be_added_about_what_is_new() {
        Run run = right.withFindings(List.of(SampleResults.fresh(), SampleResults.known()));
        assertEquals(
                List.of("DEVIATION READ-3: no exception is new; its entry expired"),
                told(Gate.objections(
                        sample.withRuns(List.of(run)),
                        (implementation, finding) -> Optional.of("its entry expired"),
                        stale -> Optional.empty())));
    }

    @Test
    void what_a_baseline_exercised_has_to_be_exercised_still() {
        Run narrower = SampleResults.run(
                right.implementation(),
                List.of(SampleResults.clause("READ-1", Verdict.NOT_APPLICABLE, "it has no such function")),
                List.of());
        assertEquals(
                List.of(
                        "NO_LONGER_EXERCISED READ-1: it used to be exercised, and is not any more",
                        "NO_LONGER_EXERCISED the baseline judged it, and these results do not"),
                told(Baseline.objections(sample.withRuns(List.of(narrower)), sample)));
        assertEquals(List.of(), Baseline.objections(sample, sample));
    }

    @Test
    void fewer_scenarios_than_asked_for_are_an_objection() {
        assertEquals(
                List.of("FEWER 2,000 scenarios were run where 4,000 were asked for"),
                told(TriesCheck.objections(sample, 1000)));
        assertEquals(List.of(), TriesCheck.objections(sample, 500));
    }

    @Test
    void what_was_left_out_for_it_kills_the_process_was_asked_for() {
        List<Run> runs =
                sample.runs().stream().map(run -> run.withLeftOut(2000)).toList();
        assertEquals(List.of(), TriesCheck.objections(sample.withRuns(runs), 1000));
    }

    @Test
    void a_command_that_is_asked_for_no_number_of_scenarios_has_run_as_many_as_it_should() {
        assertEquals(
                List.of("FEWER 2,000 scenarios were run where 4,000 were asked for"),
                told(TriesCheck.objections(made("run"))));
        assertEquals(List.of(), told(TriesCheck.objections(made("object"))));
        assertEquals(List.of(), told(TriesCheck.objections(made("stress"))));
    }

    private Results made(String command) {
        return new Results(
                sample.schema(),
                new Results.Kit(sample.kit().version(), sample.kit().seed(), 1000),
                sample.runs(),
                new Command(List.of(command)),
                sample.strength());
    }

    @Test
    void a_run_of_nothing_is_not_judged() {
        Run none =
                new Run(sample.runs().get(0).implementation(), 0, 0, List.of(), List.of(), List.of(), null, null, null);
        assertEquals(
                List.of("NOT_EXERCISED nothing was judged"), told(Gate.objections(sample.withRuns(List.of(none)))));
    }

    @Test
    void a_tally_counts_each_clause_once_and_findings_by_kind() {
        Tally tally = Tally.of(sample.runs().get(1));
        assertEquals(
                new Tally(
                        0,
                        0,
                        1,
                        1,
                        1,
                        1,
                        Map.of(Kind.VIOLATION, 1),
                        Map.of(Kind.VIOLATION, 1, Kind.DEATH, 1, Kind.DIFFERENCE, 1)),
                tally);
        assertEquals(4, tally.clauses());
        assertEquals(1, tally.knownDeviations());
        assertTrue(tally.deaths() == 1 && tally.fresh(Kind.DEATH) == 1 && tally.known(Kind.DEATH) == 0);
    }

    private static List<String> told(List<Objection> objections) {
        return objections.stream()
                .map(objection -> objection.kind() + " " + objection.sentence())
                .toList();
    }
}
