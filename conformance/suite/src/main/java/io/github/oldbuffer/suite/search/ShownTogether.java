package io.github.oldbuffer.suite.search;

import io.github.oldbuffer.spec.results.Finding;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How many scenarios show what: they are counted by everything that each of them shows, so that one which shows several
 * findings of a cause counts once for the cause. Not a value: it counts.
 */
final class ShownTogether {

    private final Map<Set<Finding.Key>, Long> counts = new HashMap<>();
    private Set<Finding.Key> underWay = new HashSet<>();

    /** The next scenario begins. */
    void next() {
        if (!underWay.isEmpty()) {
            counts.merge(underWay, 1L, Long::sum);
            underWay = new HashSet<>();
        }
    }

    void add(Finding.Key key) {
        underWay.add(key);
    }

    /** How many scenarios showed any of these. */
    long scenarios(Set<Finding.Key> any) {
        next();
        return counts.entrySet().stream()
                .filter(entry -> !Collections.disjoint(entry.getKey(), any))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
