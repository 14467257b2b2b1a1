package io.github.oldbuffer.reports.results;

import java.util.List;

/**
 * What {@code results.json} holds.
 *
 * @param schema version of this form, {@value #SCHEMA}
 * @param runs one for each implementation, in the order of the command line
 * @param command what repeats them, or {@code null} where nobody noted it
 * @param strength of the suite that judged, or {@code null} where nobody noted it
 */
public record Results(int schema, Kit kit, List<Run> runs, Command command, Strength strength) {

    public static final int SCHEMA = 1;

    public Results {
        runs = List.copyOf(runs);
    }

    /** Results of which nobody noted where they come from. */
    public Results(int schema, Kit kit, List<Run> runs) {
        this(schema, kit, runs, null, null);
    }

    /** The same about other runs. */
    public Results with(List<Run> others) {
        return new Results(schema, kit, others, command, strength);
    }

    /**
     * What made the results.
     *
     * @param seed of every random choice; the same seed, kit and implementation give the same scenarios
     * @param tries scenarios for each clause
     */
    public record Kit(String version, long seed, int tries) {}
}
