package io.github.oldbuffer.suite.reduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.ExporterKind;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.suite.generate.Choices;
import io.github.oldbuffer.suite.generate.ScenarioGenerator;
import io.github.oldbuffer.suite.generate.Themes;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SimplerExportersTests {

    /** Whoever adds a kind gets that from its description. */
    @Test
    void everyKindThatIsGeneratedIsMadeSimplerWithoutBecomingAnother() {
        Map<ExporterKind, Exporter> largest = largest();
        Set<ExporterKind> expected = EnumSet.complementOf(EnumSet.of(ExporterKind.PYTHON, ExporterKind.NON_BUFFER));
        for (ExporterKind kind : expected) {
            Exporter exporter = largest.get(kind);
            assertTrue(exporter != null, () -> "nothing generates " + kind);
            assertTrue(
                    SimplerExporters.of(exporter).anyMatch(simpler -> simpler.kind() == kind),
                    () -> "nothing is simpler than " + exporter);
        }
    }

    @Test
    void whatIsSimplestHasNothingSimplerOfItsKind() {
        for (Exporter exporter : largest().values()) {
            Exporter least = exporter;
            for (int i = 0; i < 1_000 && simpler(least) != null; i++) {
                least = simpler(least);
            }
            assertEquals(null, simpler(least), exporter.toString());
        }
    }

    private static Exporter simpler(Exporter exporter) {
        return SimplerExporters.of(exporter)
                .filter(simpler -> simpler.kind() == exporter.kind())
                .min(Comparator.comparingLong(Sizes::of))
                .orElse(null);
    }

    private static Map<ExporterKind, Exporter> largest() {
        Map<ExporterKind, Exporter> largest = new EnumMap<>(ExporterKind.class);
        SplittableRandom random = new SplittableRandom(1);
        for (int turn = 0; turn < 4_000; turn++) {
            Scenario scenario = ScenarioGenerator.generate(Themes.anything(), turn, Choices.random(random.split()));
            for (Step step : scenario.steps()) {
                if (step instanceof Step.Make make) {
                    largest.merge(
                            make.exporter().kind(),
                            make.exporter(),
                            (one, other) -> Sizes.of(one) < Sizes.of(other) ? other : one);
                }
            }
        }
        return largest;
    }
}
