package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.reports.results.Results;
import io.github.oldbuffer.reports.results.Run;
import io.github.oldbuffer.reports.results.Run.ClauseResult;
import io.github.oldbuffer.reports.results.Run.Crash;
import io.github.oldbuffer.reports.results.Run.Overall;
import io.github.oldbuffer.reports.results.Run.Stale;
import io.github.oldbuffer.reports.results.Run.ViolationResult;
import io.github.oldbuffer.reports.words.Answer;
import io.github.oldbuffer.spec.implementation.Identity;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTableTests {

    private static final ViolationResult KNOWN =
            new ViolationResult("it shouts", "it shouted", true, "It is deaf.", "deviations/known/witness.json");
    private static final ViolationResult FRESH =
            new ViolationResult("it sings", "it sang in the night", false, null, "deviations/new/witness.json");

    private static final Results RESULTS = new Results(
            Results.SCHEMA,
            new Results.Kit("1", 42, 1000),
            List.of(
                    new Run(
                            new Identity("model", "Model", "1"),
                            true,
                            4000,
                            0,
                            List.of(
                                    clause("READ-1", Overall.HOLDS),
                                    clause("READ-2", Overall.HOLDS),
                                    clause("READ-8", Overall.HOLDS)),
                            List.of(),
                            List.of(),
                            List.of()),
                    new Run(
                            new Identity("cpython:/opt/pythons/versions/3.6.15/bin/python3", "CPython", "3.6.15"),
                            false,
                            4000,
                            1200,
                            List.of(
                                    clause("READ-1", Overall.VIOLATED, KNOWN),
                                    clause("READ-2", Overall.VIOLATED, KNOWN, FRESH),
                                    new ClauseResult(
                                            "READ-8",
                                            "header",
                                            Overall.NOT_EXERCISED,
                                            0,
                                            List.of("an mmap"),
                                            List.of()),
                                    clause("READ-9", Overall.HOLDS)),
                            List.of(new Crash(
                                    "CRASHED",
                                    "SIGSEGV",
                                    "READ-9",
                                    "it died",
                                    false,
                                    null,
                                    "deviations/d/witness.json")),
                            List.of(),
                            List.of(new Stale("READ-4", "it whispers")))));

    @Test
    void a_table_has_a_line_for_each_clause_and_a_column_for_each_implementation() {
        assertEquals(
                """
                clause    level      model          cpython:.../3.6.15/bin/python3
                READ-1    contract   HOLDS          known
                READ-2    contract   HOLDS          VIOLATED
                READ-8    header     HOLDS          not exercised
                READ-9    contract   -              CRASHED""".replace(
                                "cpython:.../3.6.15/bin/python3",
                                ResultTable.shortened("cpython:/opt/pythons/versions/3.6.15/bin/python3")),
                String.join("\n", ResultTable.lines(RESULTS, new Paint(false))));
    }

    @Test
    void two_implementations_fit_into_80_columns() {
        assertTrue(ResultTable.lines(RESULTS, new Paint(false)).stream().allMatch(line -> line.length() <= 80));
    }

    @Test
    void a_long_id_keeps_its_family_and_its_end() {
        String shortened = ResultTable.shortened("cpython:/opt/pythons/versions/3.6.15/bin/python3");
        assertEquals(27, shortened.length());
        assertTrue(shortened.startsWith("cpython:...") && shortened.endsWith("/bin/python3"), shortened);
        assertEquals("model", ResultTable.shortened("model"));
        assertEquals(27, ResultTable.shortened("x".repeat(200)).length());
        assertEquals(
                27,
                ResultTable.shortened("y".repeat(100) + ":" + "x".repeat(200)).length());
    }

    @Test
    void colours_do_not_shift_the_columns() {
        List<String> plain = ResultTable.lines(RESULTS, new Paint(false));
        List<String> coloured = ResultTable.lines(RESULTS, new Paint(true));
        assertEquals(
                plain,
                coloured.stream()
                        .map(line -> line.replaceAll("\u001B\\[[0-9;]*m", ""))
                        .toList());
    }

    @Test
    void below_the_table_stands_what_deviates_what_is_new_first() {
        assertEquals("""

                model (Model 1)
                  3 clauses, 4,000 scenarios

                cpython:/opt/pythons/versions/3.6.15/bin/python3 (CPython 3.6.15)
                  4 clauses, 4,000 scenarios, 1,200 unsupported
                  NEW    READ-2    it sings
                                   it sang in the night
                                   report/deviations/new/witness.json
                  NEW    READ-9    it died
                                   The implementation died here; no implementation may.
                                   report/deviations/d/witness.json
                  -      READ-8    not exercised
                                   Never seen: an mmap
                  known  READ-1    it shouts
                                   report/deviations/known/witness.json
                  known  READ-2    it shouts
                                   report/deviations/known/witness.json
                                   Why: It is deaf.
                  stale  READ-4    it whispers
                                   It is on file, and its witness deviates no more: take it off.""", String.join("\n", FindingLines.of(RESULTS, Path.of("report"), new Paint(false))));
    }

    @Test
    void the_answer_is_one_line() {
        assertEquals(
                "model conforms; cpython:/opt/pythons/versions/3.6.15/bin/python3 does not conform: 1 new deviation, 1 new"
                        + " crash",
                Answer.of(RESULTS));
    }

    private static ClauseResult clause(String id, Overall verdict, ViolationResult... violations) {
        String level = id.equals("READ-8") ? "header" : "contract";
        return new ClauseResult(id, level, verdict, 900, List.of(), List.of(violations));
    }
}
