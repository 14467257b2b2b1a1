package io.github.oldbuffer.reports.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.reports.compare.StoredAnswers.Stored;
import io.github.oldbuffer.reports.samples.SampleResults;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import io.github.oldbuffer.spec.results.Command;
import io.github.oldbuffer.spec.results.Coverage;
import io.github.oldbuffer.spec.results.Coverage.DimensionCoverage;
import io.github.oldbuffer.spec.results.Filed;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Replayed;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Results.Kit;
import io.github.oldbuffer.spec.results.Run;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoredAnswersTests {

    private static final Kit KIT = SampleResults.KIT;
    private static final Finding FOUND = SampleResults.fresh();

    @Test
    void what_was_asked_with_the_same_seed_and_answered_is_gone() {
        assertEquals(new Elsewhere.Gone(), answer(stored(KIT, holds())));
        Kit longer = new Kit(KIT.version(), KIT.seed(), KIT.tries() + 1);
        assertEquals(new Elsewhere.Gone(), answer(stored(longer, holds())), "more scenarios are those and others");
    }

    @Test
    void other_scenarios_prove_nothing() {
        assertEquals(
                unasked("another seed was drawn (43, not 42)"),
                answer(stored(new Kit(KIT.version(), 43, KIT.tries()), holds())));
        assertEquals(
                unasked("fewer scenarios were drawn (999 for a clause, not 1000)"),
                answer(stored(new Kit(KIT.version(), KIT.seed(), 999), holds())));
        assertEquals(
                unasked("another version of the kit asked (0.2.0, not 0.1.0)"),
                answer(stored(new Kit("0.2.0", KIT.seed(), KIT.tries()), holds())));
        Results swept = new Results(
                2, KIT, List.of(holds()), new Command(List.of("sweep", "-i", "fake", "--bound", "1")), null);
        assertEquals(
                unasked("another command asked (sweep --bound 1, not one that nobody noted)"),
                answer(new Stored(swept, holds())));
    }

    @Test
    void which_implementation_and_which_clauses_were_named_changes_no_scenario() {
        Results one = new Results(
                2,
                KIT,
                List.of(violates()),
                new Command(List.of("run", "-i", "a", "--clauses", "READ-3", "--tries", "1000", "--seed", "42")),
                null);
        Results other = new Results(
                2,
                KIT,
                List.of(holds()),
                new Command(List.of("run", "-i", "b", "--tries", "1000", "--seed", "42")),
                null);
        assertEquals(
                new Elsewhere.Gone(), StoredAnswers.of(new Stored(one, violates()), new Stored(other, holds()), FOUND));
    }

    @Test
    void a_clause_that_was_not_answered_proves_nothing() {
        assertEquals(unasked("READ-3 was not asked"), answer(stored(KIT, run(List.of(), List.of()))));
        assertEquals(
                unasked("READ-3 was not exercised: never seen: a mmap"),
                answer(stored(KIT, clause(Verdict.NOT_EXERCISED, "never seen: a mmap"))));
        assertEquals(
                unasked("READ-3 does not apply: Python 2.7 has none"),
                answer(stored(KIT, clause(Verdict.NOT_APPLICABLE, "Python 2.7 has none"))));
        assertEquals(
                unasked("scenarios of READ-3 died: 3 scenarios killed the process"),
                answer(stored(KIT, clause(Verdict.DIED, "3 scenarios killed the process"))));
    }

    @Test
    void a_run_that_was_cut_short_proves_nothing() {
        assertEquals(
                unasked("the run was cut short: the wire is cut"),
                answer(stored(KIT, holds().withBroken("the wire is cut"))));
    }

    @Test
    void a_function_that_died_proves_nothing() {
        Finding death = new Finding(
                "d",
                Finding.Kind.DEATH,
                FOUND.function(),
                null,
                "CRASHED",
                SampleResults.DEATHS,
                "bytes",
                "",
                null,
                "SIGSEGV",
                null,
                "",
                null,
                null);
        Run died = run(List.of(SampleResults.clause("READ-3", Verdict.HOLDS, null)), List.of(death));
        assertEquals(unasked("calls of PyObject_AsReadBuffer died"), answer(stored(KIT, died)));
        // who dies of nothing else was asked as much
        Run both = violates().withFindings(List.of(FOUND, death));
        assertEquals(new Elsewhere.Gone(), StoredAnswers.of(stored(KIT, both), stored(KIT, died), FOUND));
    }

    @Test
    void an_object_that_it_does_not_have_proves_nothing() {
        Coverage without =
                new Coverage(List.of(new DimensionCoverage("kind", 3, List.of("memoryview"))), List.of(), 0, List.of());
        assertEquals(
                unasked("no scenario had the object memoryview"), answer(stored(KIT, holds().withCoverage(without))));
    }

    @Test
    void a_witness_on_file_answers_whatever_the_seed() {
        Replayed shows = new Replayed(FOUND.function(), "READ-3", List.of(FOUND.symptom()), "w", false);
        Replayed silent = new Replayed(FOUND.function(), "READ-3", List.of(FOUND.symptom()), "w", true);
        Finding filed = FOUND.withFiled(new Filed("So it is.", ">=3.6 <3.10", null, null, null));
        Stored with = stored(KIT, violates().withFindings(List.of(filed)).withReplayed(List.of(shows)));
        Kit another = new Kit(KIT.version(), 7, 1);

        assertEquals(
                new Elsewhere.Gone(),
                StoredAnswers.of(with, stored(another, holds().withReplayed(List.of(silent))), filed));
        assertEquals(
                new Elsewhere.Gone(),
                StoredAnswers.of(with, stored(another, holds().withElsewhere(List.of(silent))), filed));
        assertEquals(
                new Elsewhere.There(Set.of(filed.key())),
                StoredAnswers.of(with, stored(another, holds().withElsewhere(List.of(shows))), filed));
        assertEquals(
                unasked("the witness on file was not run, which is filed for >=3.6 <3.10"),
                StoredAnswers.of(with, stored(KIT, holds()), filed));
    }

    private static Elsewhere answer(Stored without) {
        return StoredAnswers.of(stored(KIT, violates()), without, FOUND);
    }

    private static Elsewhere unasked(String why) {
        return new Elsewhere.Unasked(why);
    }

    private static Stored stored(Kit kit, Run run) {
        return new Stored(new Results(kit, List.of(run)), run);
    }

    private static Run violates() {
        return run(List.of(SampleResults.clause("READ-3", Verdict.VIOLATED, null)), List.of(FOUND));
    }

    private static Run holds() {
        return clause(Verdict.HOLDS, null);
    }

    private static Run clause(Verdict verdict, String why) {
        return run(List.of(SampleResults.clause("READ-3", verdict, why)), List.of());
    }

    private static Run run(List<io.github.oldbuffer.spec.results.ClauseResult> clauses, List<Finding> findings) {
        return SampleResults.run(new Identity("fake", "Fake", "1"), clauses, findings);
    }
}
