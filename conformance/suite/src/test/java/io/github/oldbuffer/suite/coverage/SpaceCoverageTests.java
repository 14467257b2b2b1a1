package io.github.oldbuffer.suite.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.Geometry;
import io.github.oldbuffer.spec.exporter.Quirk;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.implementation.Capabilities;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.SuiteOptions;
import io.github.oldbuffer.suite.generate.Drafted;
import io.github.oldbuffer.suite.generate.ScenarioSource;
import io.github.oldbuffer.suite.generate.Theme;
import io.github.oldbuffer.suite.generate.Themes;
import io.github.oldbuffer.suite.properties.Scenarios;
import io.github.oldbuffer.suite.sweep.SweptSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpaceCoverageTests {
    private static final double LEAST_PAIRS = 0.95;
    private static final List<Long> SEEDS = List.of(1L, 2L, 3L, 42L, -7L);
    private static final Scenario READ_OF_THREE_BYTES =
            Scenario.of(new Step.Make(0, new ByteArray(3, 1, false)), Step.Call.of(Function.READ, 0));

    @Test
    void theDefaultRunCoversEveryValueAndMostPairsWhateverItsSeed() {
        Covered possible = SweptSpace.possible();
        int least = possible.size();
        for (long seed : SEEDS) {
            Covered covered = defaultRun(seed);
            List<String> missing = new ArrayList<>();
            for (Dimension one : Dimension.values()) {
                assertEquals(List.of(), without(possible.values(one), covered.values(one)), "seed " + seed);
                Arrays.stream(Dimension.values())
                        .filter(other -> other.compareTo(one) > 0)
                        .forEach(other ->
                                missing.addAll(without(possible.pairs(one, other), covered.pairs(one, other))));
            }
            least = Math.min(least, possible.size() - missing.size());
            assertTrue(
                    possible.size() - missing.size() >= LEAST_PAIRS * possible.size(),
                    () -> "seed " + seed + " misses " + String.join("; ", missing));
        }
        System.out.println(String.format(
                Locale.ROOT,
                "pairwise coverage: %.1f %% of %,d possible pairs, the least of %d seeds",
                100.0 * least / possible.size(),
                possible.size(),
                SEEDS.size()));
    }

    @Test
    void aCallCoversEveryPairOfItsValues() {
        Covered covered = covered(READ_OF_THREE_BYTES);
        assertEquals(10 * 9 / 2, covered.size());
        assertEquals(List.of("flat"), covered.values(Dimension.LAYOUT));
        assertEquals(List.of("bytearray, 2 to 64 bytes"), covered.pairs(Dimension.KIND, Dimension.LENGTH));
        assertEquals(List.of("all given, nothing pending"), covered.pairs(Dimension.ARGUMENTS, Dimension.PENDING));
    }

    @Test
    void withNullForTheObjectItDoesNotMatterWhichObjectItIsNot() {
        Step.Call call = new Step.Call(
                Function.WRITE, 0, Set.of(Step.Argument.OBJECT, Step.Argument.LENGTH), ExceptionType.KEY_ERROR);
        Covered covered = covered(Scenario.of(new Step.Make(0, new ByteArray(3, 1, false)), call));
        assertEquals(List.of(), covered.values(Dimension.KIND));
        assertEquals(
                List.of("NULL for object, an exception pending"),
                covered.pairs(Dimension.ARGUMENTS, Dimension.PENDING));
    }

    @Test
    void anExporterIsUnlawfulInEachOfItsWays() {
        Scripted unlawful = new Scripted(
                3,
                1,
                Geometry.flat(3),
                false,
                null,
                Scripted.Owner.SELF,
                null,
                true,
                true,
                Set.of(Quirk.LENGTH_IN_ITEMS, Quirk.GRANTS_WRITABLE));
        Covered covered = covered(Scenario.of(new Step.Make(0, unlawful), Step.Call.of(Function.CHECK, 0)));
        assertEquals(
                List.of("NULL instead of memory", "grants writable", "length in items"),
                covered.values(Dimension.LAWFULNESS));
    }

    @Test
    void onlyWhatAnImplementationCameByCounts() {
        SpaceCoverage space = new SpaceCoverage();
        space.add(READ_OF_THREE_BYTES, List.of(), Transcript.unsupported(1, "reading"));
        assertEquals(Covered.NOTHING, space.covered());
        space.add(READ_OF_THREE_BYTES, List.of(), new Transcript(died(0), List.of()));
        assertEquals(Covered.NOTHING, space.covered());
        space.add(READ_OF_THREE_BYTES, List.of(), new Transcript(died(1), List.of()));
        assertEquals(covered(READ_OF_THREE_BYTES), space.covered());
    }

    @Test
    void withTheFactsAtHandItIsTheSame() {
        Transcript completed = new Transcript(Outcome.COMPLETED, List.of());
        for (Theme theme : Themes.beyond()) {
            ScenarioSource source = ScenarioSource.of(theme, 7, Capabilities.EVERYTHING);
            for (int number = 0; number < 300; number++) {
                Drafted drafted = source.number(number);
                SpaceCoverage space = new SpaceCoverage();
                space.add(drafted.scenario(), drafted.facts(), completed);
                assertEquals(covered(drafted.scenario()), space.covered());
            }
        }
    }

    @Test
    void whatIsCoveredComesBackFromItsText() {
        Covered possible = SweptSpace.possible();
        assertEquals(possible, Covered.parse(possible.text()));
        assertEquals(Covered.NOTHING, Covered.parse(Covered.NOTHING.text()));
        assertEquals(possible, Covered.NOTHING.and(possible));
        assertThrows(IllegalArgumentException.class, () -> Covered.parse("no base 64!"));
        assertThrows(IllegalArgumentException.class, () -> Covered.parse("////".repeat(1_000)));
    }

    private static Covered defaultRun(long seed) {
        SuiteOptions options = new SuiteOptions(SuiteOptions.DEFAULT.tries(), seed, List.of());
        SpaceCoverage space = new SpaceCoverage();
        Stream.concat(Clauses.all().stream().map(clause -> Themes.of(clause.id())), Themes.beyond().stream())
                .forEach(theme -> {
                    for (int number = 0; number < options.tries(); number++) {
                        space.add(Scenarios.of(theme, options.seed(theme.clause()), number));
                    }
                });
        return space.covered();
    }

    private static Covered covered(Scenario scenario) {
        SpaceCoverage space = new SpaceCoverage();
        space.add(scenario);
        return space.covered();
    }

    private static Outcome.Died died(int step) {
        return new Outcome.Died(Outcome.Death.CRASHED, step, "SIGSEGV");
    }

    private static List<String> without(List<String> all, List<String> some) {
        return all.stream().filter(each -> !some.contains(each)).toList();
    }
}
