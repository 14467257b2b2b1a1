package io.github.oldbuffer.reports.json;

import io.github.oldbuffer.reports.results.Coverage;
import io.github.oldbuffer.reports.results.Coverage.DimensionCoverage;
import io.github.oldbuffer.reports.results.Coverage.PairCoverage;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the types of coverage do not say. */
final class CoverageCheck {
    private static final int MOST_DIMENSIONS = 64;

    private CoverageCheck() {}

    /** The first thing that is wrong: the place within the coverage, a colon, and a sentence. */
    static Optional<String> problem(Coverage coverage) {
        if (coverage.beyond() < 0) {
            return Optional.of(".beyond: expected 0 or more");
        }
        if (coverage.dimensions().size() > MOST_DIMENSIONS) {
            return Optional.of(".dimensions: expected at most " + MOST_DIMENSIONS);
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < coverage.dimensions().size(); i++) {
            DimensionCoverage dimension = coverage.dimensions().get(i);
            String at = ".dimensions[" + i + "]";
            if (blank(dimension.name()) || !names.add(dimension.name())) {
                return Optional.of(at + ".name: expected a name of its own");
            }
            if (wrong(dimension.values(), dimension.missing())) {
                return Optional.of(at + ".missing: expected texts, no more of them than there are values");
            }
        }
        for (int i = 0; i < coverage.pairs().size(); i++) {
            PairCoverage pair = coverage.pairs().get(i);
            String at = ".pairs[" + i + "]";
            if (!names.contains(pair.first()) || !names.contains(pair.second())) {
                return Optional.of(at + ": expected the names of two dimensions");
            }
            if (wrong(pair.possible(), pair.missing())) {
                return Optional.of(at + ".missing: expected texts, no more of them than there are pairs");
            }
        }
        return Optional.empty();
    }

    private static boolean wrong(int possible, List<String> missing) {
        return missing.size() > possible || missing.stream().anyMatch(CoverageCheck::blank);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
