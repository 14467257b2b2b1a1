package io.github.oldbuffer.reports.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.reports.results.Coverage;
import io.github.oldbuffer.reports.results.Evidence;
import io.github.oldbuffer.reports.results.Met;
import io.github.oldbuffer.reports.results.Results;
import io.github.oldbuffer.reports.results.Run;
import io.github.oldbuffer.reports.results.Run.ClauseResult;
import io.github.oldbuffer.reports.results.Run.Overall;
import io.github.oldbuffer.reports.results.Run.Stale;
import io.github.oldbuffer.reports.results.Run.ViolationResult;
import io.github.oldbuffer.spec.implementation.Identity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MergeTests {

    private static final ViolationResult FOUND =
            new ViolationResult("it shouts", "it shouted", false, null, "deviations/x/witness.json");

    @Test
    void counts_add_up_and_what_one_shard_missed_another_has_seen() throws MergeException {
        Run merged = merged(
                shard(Overall.NOT_EXERCISED, List.of("a mmap"), List.of(), 3),
                shard(Overall.HOLDS, List.of(), List.of(), 7));
        assertEquals(20, merged.scenarios());
        assertEquals(Overall.HOLDS, merged.clauses().get(0).verdict());
        assertEquals(10, merged.clauses().get(0).scenarios());
        assertTrue(merged.conforms());
    }

    @Test
    void what_no_shard_has_seen_was_not_exercised() throws MergeException {
        Run merged = merged(
                shard(Overall.NOT_EXERCISED, List.of("a mmap", "a bytes"), List.of(), 3),
                shard(Overall.NOT_EXERCISED, List.of("a mmap"), List.of(), 3));
        assertEquals(Overall.NOT_EXERCISED, merged.clauses().get(0).verdict());
        assertEquals(List.of("a mmap"), merged.clauses().get(0).missing());
    }

    @Test
    void a_violation_in_two_shards_is_one() throws MergeException {
        Run merged = merged(
                shard(Overall.VIOLATED, List.of(), List.of(FOUND), 3),
                shard(Overall.VIOLATED, List.of(), List.of(FOUND), 3));
        assertEquals(List.of(FOUND), merged.clauses().get(0).violations());
    }

    @Test
    void of_two_witnesses_that_a_sweep_met_the_one_met_in_the_smaller_scenario_is_kept() throws MergeException {
        ViolationResult large = met(FOUND, 7, "b");
        ViolationResult small = met(FOUND, 6, "c");
        ViolationResult alike = met(FOUND, 6, "a");
        for (List<ViolationResult> order :
                List.of(List.of(large, small, alike), List.of(alike, small, large), List.of(small, alike, large))) {
            Run merged = merged(order.stream()
                    .map(found -> shard(Overall.VIOLATED, List.of(), List.of(found), 3))
                    .toArray(Run[]::new));
            assertEquals(List.of(alike), merged.clauses().get(0).violations());
        }
    }

    @Test
    void violations_are_listed_alike_whichever_shard_told_first() throws MergeException {
        ViolationResult other =
                new ViolationResult("a whisper", "it whispered", false, null, "deviations/y/witness.json");
        ViolationResult known = new ViolationResult("known", "it was", true, "so it is", "deviations/z/witness.json");
        Run merged = merged(
                shard(Overall.VIOLATED, List.of(), List.of(FOUND), 3),
                shard(Overall.VIOLATED, List.of(), List.of(other, known), 3));
        assertEquals(List.of(known, other, FOUND), merged.clauses().get(0).violations());
    }

    private static ViolationResult met(ViolationResult found, long size, String name) {
        ObjectNode scenario = JsonNodeFactory.instance.objectNode().put("name", name);
        return new ViolationResult(
                found.symptom(),
                found.reason(),
                found.known(),
                found.why(),
                found.filed(),
                "deviations/" + name + "/witness.json",
                new Evidence(scenario, List.of(), List.of()).with(new Met(size, scenario)));
    }

    @Test
    void an_entry_stale_in_one_shard_and_seen_in_another_is_not_stale() throws MergeException {
        Run seen = shard(Overall.VIOLATED, List.of(), List.of(FOUND), 3);
        Run stale = new Run(
                seen.implementation(),
                true,
                10,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(new Stale("READ-1", "it shouts"), new Stale("READ-1", "it whispers")));
        assertEquals(
                List.of(new Stale("READ-1", "it whispers")), merged(seen, stale).stale());
    }

    @Test
    void shards_miss_what_all_of_them_miss() throws MergeException {
        Run one = shard(Overall.HOLDS, List.of(), List.of(), 3);
        Coverage merged = merged(
                        one.with(coverage(List.of("str"), List.of("str, READ", "int, READ"), 5)),
                        one.with(coverage(List.of(), List.of("int, READ", "int, CHECK"), 6)))
                .coverage();
        assertEquals(coverage(List.of(), List.of("int, READ"), 11), merged);
        assertEquals(4, merged.coveredValues());
        assertEquals(3, merged.coveredPairs());
    }

    @Test
    void what_shards_came_by_is_not_told_where_one_does_not_tell_or_had_another_space() throws MergeException {
        Run one = shard(Overall.HOLDS, List.of(), List.of(), 3);
        Coverage coverage = coverage(List.of(), List.of(), 5);
        assertNull(merged(one.with(coverage), one).coverage());
        Coverage other = new Coverage(coverage.dimensions(), List.of(), 5, List.of());
        assertNull(merged(one.with(coverage), one.with(other)).coverage());
    }

    private static Coverage coverage(List<String> missing, List<String> missingPairs, long beyond) {
        return new Coverage(
                List.of(
                        new Coverage.DimensionCoverage("kind", 2, missing),
                        new Coverage.DimensionCoverage("function", 2, List.of())),
                List.of(new Coverage.PairCoverage("kind", "function", 4, missingPairs)),
                beyond,
                List.of(new Coverage.Death("CRASHED", "deviations/a/witness.json")));
    }

    @Test
    void results_of_two_kits_do_not_add_up() {
        Results one = new Results(Results.SCHEMA, new Results.Kit("1", 1, 1), List.of());
        Results other = new Results(Results.SCHEMA, new Results.Kit("2", 1, 1), List.of());
        assertTrue(assertThrows(MergeException.class, () -> Merge.of(List.of(one, other)))
                .getMessage()
                .contains("do not add up"));
    }

    private static Run merged(Run... shards) throws MergeException {
        Results.Kit kit = new Results.Kit("1", 1, 10);
        Results results = Merge.of(Stream.of(shards)
                .map(run -> new Results(Results.SCHEMA, kit, List.of(run)))
                .toList());
        assertEquals(1, results.runs().size());
        return results.runs().get(0);
    }

    private static Run shard(Overall verdict, List<String> missing, List<ViolationResult> violations, long scenarios) {
        ClauseResult clause = new ClauseResult("READ-1", "contract", verdict, scenarios, missing, violations);
        return new Run(
                new Identity("fake", "Fake", "1"), true, 10, 0, List.of(clause), List.of(), List.of(), List.of());
    }
}
