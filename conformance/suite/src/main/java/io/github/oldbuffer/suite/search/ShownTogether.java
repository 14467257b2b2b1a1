package io.github.oldbuffer.suite.search;

import io.github.oldbuffer.spec.results.Finding;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * How many scenarios show what: they are counted by everything that each of them shows, so that one which shows several
 * findings of a cause counts once for the cause. Not a value: it counts.
 */
final class ShownTogether {

    private final Map<Set<Seen>, Long> counts = new HashMap<>();
    private Set<Seen> underWay = new HashSet<>();

    /** One symptom may have several causes, told apart by the kind of object. */
    private record Seen(Finding.Key key, String object) {}

    /** The next scenario begins. */
    void next() {
        if (!underWay.isEmpty()) {
            counts.merge(underWay, 1L, Long::sum);
            underWay = new HashSet<>();
        }
    }

    void add(Finding.Key key, String object) {
        underWay.add(new Seen(key, object));
    }

    /** How many scenarios showed any of what is meant, by its key and the kind of object. */
    long scenarios(BiPredicate<Finding.Key, String> meant) {
        next();
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().stream().anyMatch(seen -> meant.test(seen.key(), seen.object())))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
