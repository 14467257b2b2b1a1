package io.github.oldbuffer.reports.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.oldbuffer.reports.compare.CauseChange.State;
import io.github.oldbuffer.reports.samples.SampleResults;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.results.Cause;
import io.github.oldbuffer.spec.results.Filed;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Run;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CauseChangesTests {

    private static final Function<Finding, Elsewhere> GONE = finding -> new Elsewhere.Gone();

    @Test
    void a_cause_of_one_run_alone_is_fixed_or_new_where_the_other_was_asked() {
        Finding found = finding("READ-3", "a", "x");
        assertEquals(List.of(State.FIXED), states(side(GONE, found), side(GONE)));
        assertEquals(List.of(State.NEW), states(side(GONE), side(GONE, found)));
    }

    @Test
    void where_it_was_not_asked_for_all_of_it_the_reason_is_told() {
        Finding one = finding("READ-3", "a", "x");
        Finding other = finding("READ-6", "b", "x");
        Side partly = side(
                found -> found.clause().equals("READ-6") ? new Elsewhere.Unasked("it died") : new Elsewhere.Gone());
        CauseChange change =
                CauseChanges.between(side(GONE, one, other), partly).get(0);
        assertEquals(State.UNASKED, change.state());
        assertEquals("it died", change.why());
        assertEquals(List.of("READ-3", "READ-6"), change.headings());
        assertNull(change.after());
    }

    @Test
    void findings_that_one_run_gives_one_cause_have_one_cause_in_both() {
        Side before = side(GONE, finding("READ-3", "a", "x"), finding("READ-6", "b", "x"));
        Side after = side(GONE, finding("READ-3", "a", "y"), finding("READ-6", "b", "z"));
        List<CauseChange> changes = CauseChanges.between(before, after);
        assertEquals(1, changes.size());
        assertEquals(State.SAME, changes.get(0).state());
        assertEquals(2, changes.get(0).after().findings());
    }

    @Test
    void one_reason_on_file_is_one_cause_whatever_it_shows_there() {
        Side before = side(GONE, filed(finding("READ-3", "a", "x"), "It is so. In 3.8 with a."));
        Side after = side(GONE, filed(finding("CHAR-3", "b", "y"), "It is so. In 3.9 with b."));
        assertEquals(List.of(State.SAME), states(before, after));
        Side another = side(GONE, filed(finding("READ-3", "a", "y"), "Another thing."));
        assertEquals(List.of(State.FIXED, State.NEW), states(before, another), "one symptom may have two causes");
    }

    @Test
    void a_cause_is_asked_for_although_the_other_run_shows_the_same_for_another_reason() {
        Side before = side(
                found -> new Elsewhere.Unasked("there is no ctypes"),
                filed(finding("NEW-5", "not pinned", "x"), "The mmap does not mind."));
        Side after = side(
                GONE,
                filed(finding("NEW-5", "not pinned", "x"), "The mmap does not mind."),
                filed(finding("NEW-5", "not pinned", "y"), "The ctypes object does not mind."));
        assertEquals(List.of(State.UNASKED, State.SAME), states(before, after));
    }

    @Test
    void what_the_witness_of_the_one_shows_of_the_other_is_one_cause() {
        Finding was = finding("READ-3", "failed with BufferError", "x");
        Finding is = finding("READ-3", "failed with ValueError", "y");
        Side after = side(found -> new Elsewhere.There(Set.of(is.key())), is);
        assertEquals(List.of(State.SAME), states(side(GONE, was), after));
    }

    @Test
    void what_a_witness_shows_that_no_search_came_by_is_there_too() {
        Finding was = finding("READ-3", "a", "x");
        CauseChange change = CauseChanges.between(
                        side(GONE, was), side(found -> new Elsewhere.There(Set.of(found.key()))))
                .get(0);
        assertEquals(State.SAME, change.state());
        assertEquals(0, change.after().findings());
        assertEquals("w", change.told().witness());
    }

    @Test
    void two_runs_without_findings_have_nothing_to_tell() {
        assertEquals(List.of(), states(side(GONE), side(GONE)));
    }

    @Test
    void nothing_is_called_fixed_where_the_two_are_no_versions_of_one_runtime() {
        Side before = side(GONE, finding("READ-3", "a", "x"));
        Run pypy = SampleResults.run(new Identity("pypy:pypy3", "PyPy", "7.3.11"), List.of(), List.of());
        RunChange change = RunChange.of(before, Side.stored(pypy, GONE));
        assertEquals("only Fake 1", change.word(State.FIXED));
        assertEquals("only PyPy 7.3.11", change.word(State.NEW));
        assertEquals("both", change.word(State.SAME));
        assertEquals("fixed", RunChange.of(before, side(GONE)).word(State.FIXED));
    }

    @Test
    void one_symptom_of_two_sorts_of_object_has_two_causes_in_two_runtimes() {
        Side fake = side(GONE, filed(finding("NEW-5", "not pinned", "x"), "Fake's memoryview does not mind."));
        assertEquals(List.of(State.SAME), states(fake, pypy("memoryview")));
        assertEquals(List.of(State.FIXED, State.NEW), states(fake, pypy("array")));
    }

    private static Side pypy(String object) {
        Finding one = finding("NEW-5", "not pinned", "y");
        Finding found = new Finding(
                one.id(),
                one.kind(),
                one.function(),
                one.clause(),
                one.symptom(),
                one.cause(),
                object,
                one.reason(),
                null,
                null,
                null,
                one.witness(),
                null,
                null,
                null);
        Identity pypy = new Identity("pypy:pypy3", "PyPy", "7.3.11");
        return Side.stored(
                SampleResults.run(pypy, List.of(), List.of(filed(found, "PyPy's " + object + " does not mind."))),
                GONE);
    }

    private static List<State> states(Side before, Side after) {
        return CauseChanges.between(before, after).stream()
                .map(CauseChange::state)
                .toList();
    }

    private static Side side(Function<Finding, Elsewhere> about, Finding... findings) {
        return Side.stored(SampleResults.run(new Identity("fake", "Fake", "1"), List.of(), List.of(findings)), about);
    }

    private static Finding finding(String clause, String symptom, String cause) {
        return SampleResults.violation(clause, symptom, new Cause(cause, "The cause " + cause), "w");
    }

    private static Finding filed(Finding finding, String reason) {
        return finding.withFiled(new Filed(reason, "", null, null, null));
    }
}
