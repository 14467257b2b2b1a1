package io.github.oldbuffer.reports.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.reports.results.Results;
import io.github.oldbuffer.reports.results.Run;
import io.github.oldbuffer.reports.results.Run.ClauseResult;
import io.github.oldbuffer.reports.results.Run.Overall;
import io.github.oldbuffer.reports.results.Run.ViolationResult;
import io.github.oldbuffer.spec.implementation.Identity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChangesTests {

    private static final List<String> WORSE =
            List.of("cpython: READ-1 was HOLDS, is VIOLATED", "cpython: came: READ-1 it shouts");

    @Test
    void an_implementation_is_the_same_by_its_id() {
        assertEquals(
                WORSE,
                Changes.between(
                        results(run("cpython", true), run("cpython:old", false)), results(run("cpython", false))));
    }

    @Test
    void versions_of_one_implementation_are_compared_where_there_is_one_of_each() {
        assertEquals(
                WORSE,
                Changes.between(
                        results(run("cpython:/opt/python3.6", true)),
                        results(run("model", true), run("cpython", false))));
        assertEquals(
                List.of(),
                Changes.between(
                        results(run("cpython:3.6", true), run("cpython:3.7", true)),
                        results(run("model", true), run("cpython", false))));
    }

    @Test
    void the_only_one_of_each_report_is_compared_whatever_its_name() {
        assertEquals(WORSE, Changes.between(results(run("model", true)), results(run("cpython", false))));
    }

    private static Results results(Run... runs) {
        return new Results(
                Results.SCHEMA, new Results.Kit("1", 1, 1), Stream.of(runs).toList());
    }

    private static Run run(String id, boolean holds) {
        ClauseResult clause = new ClauseResult(
                "READ-1",
                "contract",
                holds ? Overall.HOLDS : Overall.VIOLATED,
                1,
                List.of(),
                holds
                        ? List.of()
                        : List.of(new ViolationResult(
                                "it shouts", "it shouted", false, null, "deviations/x/witness.json")));
        return new Run(new Identity(id, "Fake", "1"), holds, 1, 0, List.of(clause), List.of(), List.of(), List.of());
    }
}
