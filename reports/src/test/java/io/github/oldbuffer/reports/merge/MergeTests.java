package io.github.oldbuffer.reports.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.reports.samples.SampleResults;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import io.github.oldbuffer.spec.results.Coverage;
import io.github.oldbuffer.spec.results.Evidence;
import io.github.oldbuffer.spec.results.Filed;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Replayed;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MergeTests {

    private static final Finding FOUND =
            SampleResults.violation("READ-1", "it shouts", SampleResults.EXCEPTIONS, "deviations/x/witness.json");

    @Test
    void counts_add_up_and_what_one_shard_missed_another_has_seen() throws MergeException {
        Run merged = merged(
                shard(Verdict.NOT_EXERCISED, "never seen: a mmap", 3, List.of()),
                shard(Verdict.HOLDS, null, 7, List.of()),
                shard(Verdict.NOT_APPLICABLE, "no y*", 0, List.of()));
        assertEquals(3000, merged.scenarios());
        assertEquals(clause(Verdict.HOLDS, null, 10), merged.clauses().get(0));
        assertTrue(merged.conforms());
    }

    @Test
    void what_no_shard_has_seen_was_not_exercised() throws MergeException {
        assertEquals(
                clause(Verdict.NOT_EXERCISED, "never seen: a mmap", 6),
                merged(
                                shard(Verdict.NOT_EXERCISED, "never seen: a mmap", 3, List.of()),
                                shard(Verdict.NOT_EXERCISED, "never seen: a mmap", 3, List.of()))
                        .clauses()
                        .get(0));
        assertEquals(
                "in different shards: never seen: a mmap; never seen: a bytes",
                merged(
                                shard(Verdict.NOT_EXERCISED, "never seen: a mmap", 3, List.of()),
                                shard(Verdict.NOT_EXERCISED, "never seen: a bytes", 3, List.of()))
                        .clauses()
                        .get(0)
                        .why());
    }

    @Test
    void a_clause_whose_scenarios_died_in_one_shard_does_not_hold() throws MergeException {
        Run merged = merged(
                shard(Verdict.HOLDS, null, 3, List.of()),
                shard(Verdict.DIED, "2 of its 3 scenarios died", 3, List.of(SampleResults.death())));
        assertEquals(
                clause(Verdict.DIED, "2 of its 3 scenarios died", 6),
                merged.clauses().get(0));
        assertEquals(bare(List.of(SampleResults.death())), bare(merged.findings()));
    }

    @Test
    void what_shards_left_out_adds_up() throws MergeException {
        Run shard = shard(Verdict.HOLDS, null, 3, List.of());
        assertEquals(7L, merged(shard.withLeftOut(3), shard.withLeftOut(4)).leftOut());
        assertEquals(null, merged(shard, shard).leftOut());
    }

    @Test
    void a_finding_in_two_shards_is_one() throws MergeException {
        Run merged = merged(
                shard(Verdict.VIOLATED, null, 3, List.of(FOUND, SampleResults.difference())),
                shard(Verdict.VIOLATED, null, 3, List.of(SampleResults.difference(), FOUND)));
        assertEquals(bare(List.of(FOUND, SampleResults.difference())), bare(merged.findings()));
    }

    @Test
    void of_two_witnesses_of_a_sweep_the_one_that_came_from_the_smaller_scenario_is_kept() throws MergeException {
        Finding large = swept(7, "b");
        Finding small = swept(6, "c");
        Finding alike = swept(6, "a");
        for (List<Finding> order :
                List.of(List.of(large, small, alike), List.of(alike, small, large), List.of(small, alike, large))) {
            Run merged = merged(order.stream()
                    .map(found -> shard(Verdict.VIOLATED, null, 3, List.of(found)))
                    .toArray(Run[]::new));
            assertEquals(bare(List.of(alike)), bare(merged.findings()));
        }
    }

    private static Finding swept(long size, String name) {
        ObjectNode scenario = JsonNodeFactory.instance.objectNode().put("name", name);
        return FOUND.withWitness("deviations/" + name + "/witness.json")
                .withEvidence(
                        new Evidence(scenario, List.of(), List.of()).withSwept(new Evidence.Swept(size, scenario)));
    }

    @Test
    void findings_are_listed_by_cause_whichever_shard_told_first_and_new_ones_first() throws MergeException {
        Finding other =
                SampleResults.violation("READ-1", "a whisper", SampleResults.MESSAGES, "deviations/y/witness.json");
        Finding known = FOUND.withFiled(new Filed("so it is", "", null, null, null));
        Run one = shard(Verdict.VIOLATED, null, 3, List.of(FOUND, SampleResults.death()));
        Run two = shard(Verdict.VIOLATED, null, 3, List.of(known, other));
        List<Finding> listed = bare(List.of(other, FOUND, SampleResults.death(), known));
        assertEquals(listed, bare(merged(one, two).findings()));
        assertEquals(listed, bare(merged(two, one).findings()));
    }

    @Test
    void an_entry_stale_in_one_shard_and_seen_in_another_is_not_stale() throws MergeException {
        Run seen = shard(Verdict.VIOLATED, null, 3, List.of(FOUND));
        Replayed shouts = entry("it shouts", true);
        Replayed whispers = entry("it whispers", true);
        Replayed sings = entry("it sings", true);
        Run stale = shard(Verdict.HOLDS, null, 3, List.of()).withReplayed(List.of(shouts, whispers, sings));
        Run sang = seen.withReplayed(List.of(entry("it sings", false)));
        assertEquals(List.of(whispers), merged(sang, stale).stale());
        assertEquals(List.of(whispers), merged(stale, sang).stale());
        assertEquals(3, merged(stale, sang).replayed().size());
    }

    /** Without causes, which follow from the findings. */
    private static List<Finding> bare(List<Finding> findings) {
        return findings.stream().map(finding -> finding.withCause(null)).toList();
    }

    private static Replayed entry(String symptom, boolean stale) {
        return new Replayed("PyObject_AsReadBuffer", "READ-1", List.of(symptom), "d", stale);
    }

    @Test
    void shards_miss_what_all_of_them_miss() throws MergeException {
        Run one = shard(Verdict.HOLDS, null, 3, List.of());
        Coverage merged = merged(
                        one.withCoverage(coverage(List.of("str"), List.of("str, READ", "int, READ"), 5)),
                        one.withCoverage(coverage(List.of(), List.of("int, READ", "int, CHECK"), 6)))
                .coverage();
        Coverage expected = coverage(List.of(), List.of("int, READ"), 11);
        assertEquals(expected.dimensions(), merged.dimensions());
        assertEquals(expected.pairs(), merged.pairs());
        assertEquals(expected.beyond(), merged.beyond());
        assertEquals(bare(expected.deaths()), bare(merged.deaths()));
        assertEquals(4, merged.coveredValues());
        assertEquals(3, merged.coveredPairs());
    }

    @Test
    void what_shards_covered_is_not_told_where_one_does_not_tell_or_had_another_space() throws MergeException {
        Run one = shard(Verdict.HOLDS, null, 3, List.of());
        Coverage coverage = coverage(List.of(), List.of(), 5);
        assertNull(merged(one.withCoverage(coverage), one).coverage());
        Coverage other = new Coverage(coverage.dimensions(), List.of(), 5, List.of());
        assertNull(merged(one.withCoverage(coverage), one.withCoverage(other)).coverage());
    }

    private static Coverage coverage(List<String> missing, List<String> missingPairs, long beyond) {
        return new Coverage(
                List.of(
                        new Coverage.DimensionCoverage("kind", 2, missing),
                        new Coverage.DimensionCoverage("function", 2, List.of())),
                List.of(new Coverage.PairCoverage("kind", "function", 4, missingPairs)),
                beyond,
                List.of(SampleResults.death()));
    }

    @Test
    void results_of_two_kits_do_not_add_up() {
        Results one = new Results(new Results.Kit("1", 1, 1), List.of());
        Results other = new Results(new Results.Kit("2", 1, 1), List.of());
        assertTrue(assertThrows(MergeException.class, () -> Merge.of(List.of(one, other)))
                .getMessage()
                .contains("do not add up"));
    }

    private static Run merged(Run... shards) throws MergeException {
        Results results = Merge.of(Stream.of(shards)
                .map(run -> new Results(SampleResults.KIT, List.of(run)))
                .toList());
        assertEquals(1, results.runs().size());
        return results.runs().get(0);
    }

    private static ClauseResult clause(Verdict verdict, String why, long scenarios) {
        return new ClauseResult("READ-1", "contract", verdict, why, scenarios);
    }

    private static Run shard(Verdict verdict, String why, long scenarios, List<Finding> findings) {
        return SampleResults.run(new Identity("fake", "Fake", "1"), List.of(clause(verdict, why, scenarios)), findings);
    }
}
