package io.github.oldbuffer.reports.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.reports.samples.SampleResults;
import io.github.oldbuffer.reports.words.Answer.Tone;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import io.github.oldbuffer.spec.results.Filed;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerTests {

    private static final Filed FILED = new Filed("it is old", "", null, null, null);
    private static final ClauseResult HOLDS = SampleResults.clause("READ-1", Verdict.HOLDS, null);
    private static final ClauseResult VIOLATED = SampleResults.clause("READ-3", Verdict.VIOLATED, null);
    private static final ClauseResult DIED = SampleResults.clause("CHECK-2", Verdict.DIED, "it died");
    private static final ClauseResult OPEN = SampleResults.clause("READ-5", Verdict.NOT_EXERCISED, null);
    private static final ClauseResult NOT_APPLICABLE = SampleResults.clause("NEW-3", Verdict.NOT_APPLICABLE, "no y*");

    @Test
    void what_holds_conforms() {
        assertAnswer(Tone.GOOD, "x conforms", List.of(HOLDS));
        assertAnswer(Tone.GOOD, "x conforms (1 clause holds, 1 does not apply)", List.of(HOLDS, NOT_APPLICABLE));
    }

    @Test
    void known_deviations_are_told_with_how_the_clauses_came_out() {
        assertAnswer(
                Tone.KNOWN,
                "x conforms with 1 known deviation (1 clause holds, 1 deviates as known)",
                List.of(HOLDS, VIOLATED),
                SampleResults.known());
    }

    @Test
    void calls_that_kill_the_process_are_counted_although_they_are_known() {
        assertAnswer(
                Tone.KNOWN,
                "x conforms with 2 known deviations (1 clause holds, 1 deviates as known, 1 died;"
                        + " 1 call kills the process)",
                List.of(HOLDS, VIOLATED, DIED),
                SampleResults.known(),
                SampleResults.death().withFiled(FILED));
    }

    @Test
    void what_is_new_does_not_conform() {
        assertAnswer(
                Tone.BAD,
                "x does not conform: 1 new deviation, 1 new death, 1 new difference"
                        + " (0 clauses hold, 1 deviates in a new way; 1 call kills the process)",
                List.of(VIOLATED),
                SampleResults.known(),
                SampleResults.fresh(),
                SampleResults.death(),
                SampleResults.difference());
    }

    @Test
    void what_was_not_exercised_could_not_be_judged() {
        assertAnswer(
                Tone.OPEN,
                "x could not be judged: 1 clause was not exercised (1 clause holds, 1 was not exercised)",
                List.of(HOLDS, OPEN));
    }

    @Test
    void known_differences_are_told_apart() {
        assertAnswer(
                Tone.KNOWN,
                "x conforms; 1 known difference",
                List.of(HOLDS),
                SampleResults.difference().withFiled(FILED));
    }

    @Test
    void causes_come_in_the_order_of_what_matters() {
        ClauseResult implied = new ClauseResult("READ-9", "implied", Verdict.VIOLATED, null, 1);
        ClauseResult reference = new ClauseResult("READ-10", "reference", Verdict.VIOLATED, null, 1);
        Finding noticed = SampleResults.violation("READ-9", "noticed", SampleResults.EXCEPTIONS, "deviations/n");
        Run run = run(
                List.of(VIOLATED, implied, reference),
                SampleResults.violation("READ-10", "promised by nobody", SampleResults.MESSAGES, "deviations/p"),
                SampleResults.difference(),
                noticed,
                SampleResults.death(),
                SampleResults.fresh());
        assertEquals(
                List.of(
                        "exceptions: no exception, noticed",
                        "deaths: CRASHED (SIGSEGV) in PyObject_CheckReadBuffer",
                        "messages: another message, promised by nobody"),
                CauseGroup.of(run, finding -> true).stream()
                        .map(group -> group.cause().id() + ": "
                                + String.join(
                                        ", ",
                                        group.findings().stream()
                                                .map(Finding::symptom)
                                                .toList()))
                        .toList());
    }

    private static void assertAnswer(Tone tone, String answer, List<ClauseResult> clauses, Finding... findings) {
        Run run = run(clauses, findings);
        assertEquals(answer, Answer.of(new Results(SampleResults.KIT, List.of(run))));
        assertEquals(tone, Answer.tone(run));
    }

    private static Run run(List<ClauseResult> clauses, Finding... findings) {
        return SampleResults.run(new Identity("x", "X", "1"), clauses, List.of(findings));
    }
}
