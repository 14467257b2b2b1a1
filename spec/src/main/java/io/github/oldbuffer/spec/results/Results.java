package io.github.oldbuffer.spec.results;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What {@code results.json} holds.
 *
 * @param schema version of this form, {@value #SCHEMA}
 * @param runs one for each implementation, in the order of the command line
 * @param command what repeats them, or {@code null} where nobody noted it
 * @param strength of the suite that judged, or {@code null} where nobody noted it
 * @param sources lines that findings are about; empty where there are none, or nobody noted them
 */
public record Results(
        int schema,
        Kit kit,
        List<Run> runs,
        @JsonInclude(JsonInclude.Include.NON_NULL) Command command,
        @JsonInclude(JsonInclude.Include.NON_NULL) Strength strength,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Source> sources) {

    public static final int SCHEMA = 2;

    public Results {
        runs = List.copyOf(runs);
        sources = sources == null ? List.of() : List.copyOf(sources);
    }

    /** Results that are about no file of the user's. */
    public Results(int schema, Kit kit, List<Run> runs, Command command, Strength strength) {
        this(schema, kit, runs, command, strength, List.of());
    }

    /** Results of which nobody noted where they come from. */
    public Results(Kit kit, List<Run> runs) {
        this(SCHEMA, kit, runs, null, null);
    }

    /** The same about other runs. */
    public Results withRuns(List<Run> others) {
        return new Results(schema, kit, others, command, strength, sources);
    }

    /** The same, with the lines that findings are about. */
    public Results withSources(List<Source> lines) {
        return new Results(schema, kit, runs, command, strength, lines);
    }

    /** The line that a finding of a run is about: that of its function, or else one that is about the run. */
    public Optional<Source> source(Run run, Finding finding) {
        List<Source> about =
                sources.stream().filter(source -> source.isAbout(run)).toList();
        return about.stream()
                .filter(source -> finding.function().equals(source.function()))
                .findFirst()
                .or(() -> about.stream()
                        .filter(source -> source.function() == null)
                        .findFirst())
                .or(() -> about.stream().findFirst());
    }

    /** The same with every finding changed in the same way. */
    public Results mapFindings(UnaryOperator<Finding> change) {
        return withRuns(runs.stream()
                .map(run -> run.withFindings(run.findings().stream().map(change).toList()))
                .toList());
    }

    /**
     * What made the results.
     *
     * @param seed of every random choice; the same seed, kit and implementation give the same scenarios
     * @param tries scenarios for each clause
     */
    public record Kit(String version, long seed, int tries) {}
}
