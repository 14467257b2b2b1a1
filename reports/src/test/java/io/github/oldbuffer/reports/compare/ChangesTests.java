package io.github.oldbuffer.reports.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.reports.samples.SampleResults;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChangesTests {

    private static final List<String> WORSE = List.of("READ-1 was HOLDS, is VIOLATED", "new: READ-1");

    @Test
    void an_implementation_is_the_same_by_its_id() {
        Changes changes = Changes.between(
                results(run("cpython", true), run("cpython:old", false)), results(run("cpython", false)));
        assertEquals(WORSE, told(changes));
        assertEquals(List.of("cpython:old"), changes.gone());
        assertEquals(List.of(), changes.fresh());
    }

    @Test
    void versions_of_one_implementation_are_compared_where_there_is_one_of_each() {
        Changes compared = Changes.between(
                results(run("cpython:/opt/python3.6", true)), results(run("model", true), run("cpython", false)));
        assertEquals(WORSE, told(compared));
        assertEquals(List.of("model"), compared.fresh());
        Changes several = Changes.between(
                results(run("cpython:3.6", true), run("cpython:3.7", true)),
                results(run("model", true), run("cpython", false)));
        assertEquals(List.of(), told(several));
        assertEquals(List.of("model", "cpython"), several.fresh());
        assertEquals(List.of("cpython:3.6", "cpython:3.7"), several.gone());
    }

    @Test
    void the_only_one_of_each_report_is_compared_whatever_its_name() {
        assertEquals(WORSE, told(Changes.between(results(run("model", true)), results(run("cpython", false)))));
    }

    @Test
    void a_report_held_against_itself_has_nothing_but_what_is_the_same() {
        Results results = results(run("cpython", false));
        assertEquals(List.of("same: READ-1"), told(Changes.between(results, results)));
    }

    @Test
    void each_report_is_held_against_the_one_before() {
        Results holds = results(run("cpython", true));
        Results violates = results(run("cpython", false));
        assertEquals(
                List.of(
                        "READ-1 was HOLDS, is VIOLATED",
                        "new: READ-1",
                        "READ-1 was VIOLATED, is HOLDS",
                        "fixed: READ-1"),
                told(Changes.through(List.of(holds, violates, holds))));
    }

    private static List<String> told(Changes changes) {
        return changes.runs().stream()
                .flatMap(change -> Stream.concat(
                        change.verdicts().stream()
                                .map(verdict -> verdict.clause() + " was " + verdict.was() + ", is " + verdict.is()),
                        change.causes().stream()
                                .map(cause -> change.word(cause.state()) + ": " + String.join(" ", cause.headings()))))
                .toList();
    }

    private static Results results(Run... runs) {
        return new Results(SampleResults.KIT, List.of(runs));
    }

    private static Run run(String id, boolean holds) {
        return SampleResults.run(
                new Identity(id, "Fake", "1"),
                List.of(SampleResults.clause("READ-1", holds ? Verdict.HOLDS : Verdict.VIOLATED, null)),
                holds
                        ? List.of()
                        : List.of(SampleResults.violation(
                                "READ-1", "it shouts", SampleResults.EXCEPTIONS, "deviations/x/witness.json")));
    }
}
