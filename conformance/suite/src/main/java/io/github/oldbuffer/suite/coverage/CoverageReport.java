package io.github.oldbuffer.suite.coverage;

import io.github.oldbuffer.spec.results.Coverage;
import io.github.oldbuffer.spec.results.Coverage.DimensionCoverage;
import io.github.oldbuffer.spec.results.Coverage.PairCoverage;
import io.github.oldbuffer.spec.results.Finding;
import java.util.ArrayList;
import java.util.List;

/** Turns what was covered of the space of scenarios into what results hold. */
public final class CoverageReport {

    private CoverageReport() {}

    /**
     * @param possible what there is to cover; anything else that was covered does not count
     * @param beyond how many scenarios no clause speaks of
     * @param deaths in these
     */
    public static Coverage of(Covered possible, Covered covered, long beyond, List<Finding> deaths) {
        List<DimensionCoverage> dimensions = new ArrayList<>();
        List<PairCoverage> pairs = new ArrayList<>();
        for (Dimension one : Dimension.values()) {
            List<String> values = possible.values(one);
            dimensions.add(new DimensionCoverage(one.word(), values.size(), without(values, covered.values(one))));
            for (Dimension other : Dimension.values()) {
                if (other.compareTo(one) > 0) {
                    List<String> both = possible.pairs(one, other);
                    pairs.add(new PairCoverage(
                            one.word(), other.word(), both.size(), without(both, covered.pairs(one, other))));
                }
            }
        }
        return new Coverage(dimensions, pairs, beyond, deaths);
    }

    private static List<String> without(List<String> all, List<String> some) {
        return all.stream().filter(each -> !some.contains(each)).toList();
    }
}
