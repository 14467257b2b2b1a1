package io.github.oldbuffer.spec.results;

import java.util.List;

/**
 * Which part of the space of scenarios a run came by: values of its dimensions, and pairs of values of two dimensions.
 *
 * <p>What is missing is written down, not what was covered: there is less of it, and what two runs both miss is what they
 * miss together.
 *
 * @param dimensions in the order in which reports show them
 * @param pairs one for each two dimensions, in that order
 * @param beyond scenarios that were run because no clause speaks of them; they are not among those of the run
 * @param deaths deaths in these, each symptom once; they do not affect the verdict
 */
public record Coverage(
        List<DimensionCoverage> dimensions, List<PairCoverage> pairs, long beyond, List<Finding> deaths) {
    public Coverage {
        deaths = List.copyOf(deaths);
        dimensions = List.copyOf(dimensions);
        pairs = List.copyOf(pairs);
    }

    /**
     * The values of a dimension.
     *
     * @param name such as {@code layout}
     * @param values how many are possible
     * @param missing which of these were not covered
     */
    public record DimensionCoverage(String name, int values, List<String> missing) {
        public DimensionCoverage {
            missing = List.copyOf(missing);
        }
    }

    /**
     * The pairs of values of two dimensions.
     *
     * @param possible how many there are
     * @param missing which of these were not covered, such as {@code strided, KeyError}
     */
    public record PairCoverage(String first, String second, int possible, List<String> missing) {
        public PairCoverage {
            missing = List.copyOf(missing);
        }
    }

    /** How many values are possible. */
    public int values() {
        return dimensions.stream().mapToInt(DimensionCoverage::values).sum();
    }

    /** How many of them were covered. */
    public int coveredValues() {
        return values()
                - dimensions.stream()
                        .mapToInt(dimension -> dimension.missing().size())
                        .sum();
    }

    /** How many pairs are possible. */
    public int possiblePairs() {
        return pairs.stream().mapToInt(PairCoverage::possible).sum();
    }

    /** How many of them were covered. */
    public int coveredPairs() {
        return possiblePairs()
                - pairs.stream().mapToInt(pair -> pair.missing().size()).sum();
    }
}
