package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.commandline.print.FindingLines;
import io.github.oldbuffer.commandline.print.Paint;
import io.github.oldbuffer.commandline.print.ResultTable;
import io.github.oldbuffer.reports.words.Answer;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Replayed;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTableTests {

    private static final Results RESULTS = new Results(
            new Results.Kit("1", 42, 1000),
            List.of(
                    run(
                            new Identity("model", "Model", "1"),
                            0,
                            List.of(
                                    clause("READ-1", Verdict.HOLDS),
                                    clause("READ-2", Verdict.HOLDS),
                                    clause("READ-8", Verdict.HOLDS)),
                            List.of(),
                            List.of()),
                    run(
                            new Identity("cpython:/opt/pythons/versions/3.6.15/bin/python3", "CPython", "3.6.15"),
                            1200,
                            List.of(
                                    clause("READ-1", Verdict.VIOLATED),
                                    clause("READ-2", Verdict.VIOLATED),
                                    new ClauseResult("READ-8", "header", Verdict.NOT_EXERCISED, "an mmap", 0),
                                    new ClauseResult(
                                            "READ-9", "implied", Verdict.DIED, "3 scenarios killed the process", 900)),
                            List.of(
                                    known("READ-1"),
                                    known("READ-2"),
                                    Found.violation(
                                            "READ-2",
                                            "it sings",
                                            "it sang in the night",
                                            null,
                                            "deviations/new/witness.json"),
                                    Found.death("it died", "deviations/d/witness.json")),
                            List.of(new Replayed(Found.FUNCTION, "READ-4", List.of("it whispers"), "", true)))));

    @Test
    void a_table_has_a_line_for_each_clause_and_a_column_for_each_implementation() {
        assertEquals(
                """
                clause    level      model          cpython:.../3.6.15/bin/python3
                READ-1    contract   HOLDS          known
                READ-2    contract   HOLDS          VIOLATED
                READ-8    header     HOLDS          not exercised
                READ-9    implied    -              DIED""".replace(
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
                  what they have in common
                    Look at: Every failing path: does it return -1, and not the code of a
                    helper, not 1, not the length?
                  NEW    READ-2    it sings
                                   it sang in the night
                                   report/deviations/new/witness.json
                  NEW    death     it died
                                   the implementation died
                                   report/deviations/d/witness.json
                  -      READ-8    not exercised
                                   an mmap
                  DIED   READ-9    3 scenarios killed the process
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
                        + " death (0 clauses hold, 1 deviates as known, 1 deviates in a new way, 1 died, 1 was not"
                        + " exercised; 1 call kills the process)",
                Answer.of(RESULTS));
    }

    private static Finding known(String clause) {
        return Found.violation(clause, "it shouts", "it shouted", "It is deaf.", "deviations/known/witness.json");
    }

    private static Run run(
            Identity identity,
            long unsupported,
            List<ClauseResult> clauses,
            List<Finding> findings,
            List<Replayed> replayed) {
        return new Run(identity, 4000, unsupported, clauses, findings, replayed, null, null, null);
    }

    private static ClauseResult clause(String id, Verdict verdict) {
        return new ClauseResult(id, id.equals("READ-8") ? "header" : "contract", verdict, null, 900);
    }
}
