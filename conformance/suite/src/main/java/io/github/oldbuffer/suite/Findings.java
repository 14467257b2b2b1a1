package io.github.oldbuffer.suite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The deviations of a run so far, by clause and symptom; not a value, it collects. */
final class Findings {

    private final Map<String, Map<String, Deviation>> byClause = new LinkedHashMap<>();
    private final List<Deviation> inOrder = new ArrayList<>();

    void add(Deviation deviation) {
        Deviation before = byClause.computeIfAbsent(deviation.clause(), clause -> new LinkedHashMap<>())
                .putIfAbsent(deviation.symptom(), deviation);
        if (before == null) {
            inOrder.add(deviation);
        }
    }

    /** How many there are; a number for {@link #since}. */
    int count() {
        return inOrder.size();
    }

    /** Those that were added after there were so many, in the order in which they were. */
    List<Deviation> since(int count) {
        return List.copyOf(inOrder.subList(count, inOrder.size()));
    }

    /**
     * Whether a sighting is nothing new.
     *
     * <p>A death that another clause's property has met is noted for this clause, with the same witness: deaths are
     * slow, and shrinking them again for every clause would teach nothing.
     */
    boolean expect(String clause, Sighting sighting) {
        if (byClause.getOrDefault(clause, Map.of()).containsKey(sighting.symptom())) {
            return true;
        }
        Optional<Deviation> same = sighting.death().flatMap(death -> death(sighting.symptom()));
        same.ifPresent(death -> add(death.metBy(clause)));
        return same.isPresent();
    }

    List<Deviation> of(String clause) {
        return List.copyOf(byClause.getOrDefault(clause, Map.of()).values());
    }

    private Optional<Deviation> death(String symptom) {
        return byClause.values().stream()
                .map(deviations -> deviations.get(symptom))
                .filter(deviation -> deviation != null && deviation.death().isPresent())
                .findFirst();
    }
}
