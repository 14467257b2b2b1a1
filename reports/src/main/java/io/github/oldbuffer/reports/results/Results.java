package io.github.oldbuffer.reports.results;

import java.util.List;

/**
 * What {@code results.json} holds.
 *
 * @param schema version of this form, {@value #SCHEMA}
 * @param runs one for each implementation, in the order of the command line
 */
public record Results(int schema, Kit kit, List<Run> runs) {

    public static final int SCHEMA = 1;

    public Results {
        runs = List.copyOf(runs);
    }

    /**
     * What made the results.
     *
     * @param seed of every random choice; the same seed, kit and implementation give the same scenarios
     * @param tries scenarios for each clause
     */
    public record Kit(String version, long seed, int tries) {}
}
