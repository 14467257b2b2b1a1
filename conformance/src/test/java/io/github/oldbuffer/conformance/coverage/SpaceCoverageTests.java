package io.github.oldbuffer.conformance.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.conformance.properties.Scenarios;
import io.github.oldbuffer.conformance.suite.SuiteOptions;
import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The default run goes through the space of scenarios. */
class SpaceCoverageTests {
    private static final double LEAST_PAIRS = 0.95;

    @Test
    void theDefaultRunCoversEveryValueAndMostPairs() {
        SpaceCoverage possible = SpaceCoverage.possible();
        SpaceCoverage covered = new SpaceCoverage();
        SuiteOptions options = SuiteOptions.DEFAULT;
        for (Clause clause : Clauses.all()) {
            for (int number = 0; number < options.tries(); number++) {
                covered.add(Scenarios.of(clause.id(), options.seed(clause.id()), number));
            }
        }
        List<String> missing = covered.missingPairs(possible);
        double share = 1 - (double) missing.size() / possible.pairs().size();
        System.out.println(String.format(
                Locale.ROOT,
                "pairwise coverage: %.1f %% of %d possible pairs",
                100 * share,
                possible.pairs().size()));
        assertEquals(List.of(), covered.missingSingles(possible));
        assertTrue(share >= LEAST_PAIRS, () -> "missing: " + String.join("; ", missing));
    }
}
