package io.github.oldbuffer.reports.results;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;

/**
 * The smallest scenario of a sweep that showed a deviation, before it was made smaller still. Shards that add up keep the
 * witness that belongs to the smallest of all, which is the one that the whole sweep would have kept.
 *
 * @param size a measure that orders scenarios, greater than 0
 * @param scenario a document of the format {@code oldbuffer-scenario}
 */
public record Met(long size, JsonNode scenario) implements Comparable<Met> {
    private static final Comparator<Met> ORDER = Comparator.comparingLong(Met::size)
            .thenComparing(met -> met.scenario().toString());

    @Override
    public int compareTo(Met other) {
        return ORDER.compare(this, other);
    }
}
