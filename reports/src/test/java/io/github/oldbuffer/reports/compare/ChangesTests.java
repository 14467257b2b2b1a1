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

    private static final List<String> WORSE =
            List.of("cpython: READ-1 was HOLDS, is VIOLATED", "cpython: came: READ-1 it shouts");

    @Test
    void an_implementation_is_the_same_by_its_id() {
        assertEquals(
                and(WORSE, "in the report before alone: cpython:old"),
                Changes.between(
                        results(run("cpython", true), run("cpython:old", false)), results(run("cpython", false))));
    }

    @Test
    void versions_of_one_implementation_are_compared_where_there_is_one_of_each() {
        assertEquals(
                and(WORSE, "not in the report before: model"),
                Changes.between(
                        results(run("cpython:/opt/python3.6", true)),
                        results(run("model", true), run("cpython", false))));
        assertEquals(
                List.of(
                        "not in the report before: model, cpython",
                        "in the report before alone: cpython:3.6, cpython:3.7"),
                Changes.between(
                        results(run("cpython:3.6", true), run("cpython:3.7", true)),
                        results(run("model", true), run("cpython", false))));
    }

    @Test
    void the_only_one_of_each_report_is_compared_whatever_its_name() {
        assertEquals(WORSE, Changes.between(results(run("model", true)), results(run("cpython", false))));
    }

    private static List<String> and(List<String> changes, String change) {
        return Stream.concat(changes.stream(), Stream.of(change)).toList();
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
