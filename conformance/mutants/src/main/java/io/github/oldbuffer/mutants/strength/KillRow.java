package io.github.oldbuffer.mutants.strength;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * What became of a mutant.
 *
 * @param clause whose property has to kill it
 * @param scenarios for each seed how many scenarios that took; 0 where it survived
 * @param symptom of the first kill; {@code null} where there was none
 * @param witness the smallest scenario that shows it, or {@code null}
 * @param others further clauses that killed it, and with how many of the seeds
 */
public record KillRow(
        String mutant,
        String clause,
        List<Integer> scenarios,
        String symptom,
        JsonNode witness,
        Map<String, Integer> others) {
    public KillRow {
        scenarios = List.copyOf(scenarios);
    }

    /** Whether every seed killed it. */
    public boolean killed() {
        return !scenarios.isEmpty() && !scenarios.contains(0);
    }

    /** Scenarios needed, over the seeds that killed it; the upper one of two middle values. */
    public int median() {
        List<Integer> kills =
                scenarios.stream().filter(needed -> needed > 0).sorted().toList();
        return kills.isEmpty() ? 0 : kills.get(kills.size() / 2);
    }

    /** The most scenarios that a kill needed. */
    public int worst() {
        return scenarios.stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
