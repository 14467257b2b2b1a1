package io.github.oldbuffer.spec.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Geometry;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.ViewOperation;
import io.github.oldbuffer.spec.exporter.ViewOperation.Slice;
import io.github.oldbuffer.spec.packed.AnyExporter;
import io.github.oldbuffer.spec.packed.AnyScenario;
import io.github.oldbuffer.spec.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any scenario at all is either valid or refused in one sentence; nothing overflows and nothing leaves the memory. */
class FactsProperties {

    private static final List<Long> EXTREMES = List.of(
            0L,
            1L,
            -1L,
            2L,
            3L,
            1L << 20,
            1L << 39,
            (1L << 39) + 1,
            1L << 40,
            (1L << 40) + 1,
            1L << 62,
            Long.MAX_VALUE);

    @Provide
    Arbitrary<Scenario> anything() {
        return AnyScenario.scenario();
    }

    @Provide
    Arbitrary<Exporter> exporters() {
        return AnyExporter.exporter();
    }

    @Provide
    Arbitrary<Scenario> valid() {
        return ValidScenarios.any();
    }

    @Property(tries = 500)
    void everyScenarioIsValidOrRefusedInOneSentence(@ForAll("anything") Scenario scenario) {
        Optional<String> problem = Facts.problem(scenario);
        problem.ifPresent(sentence -> assertTrue(sentence.matches("steps\\[\\d+]: ([^\\n.]|'.')+"), sentence));
    }

    @Property(tries = 500)
    void validScenariosHaveAFactForEachStep(@ForAll("valid") Scenario scenario) throws InvalidException {
        assertEquals(Optional.empty(), Facts.problem(scenario));
        assertEquals(scenario.steps().size(), Facts.of(scenario).size());
    }

    @Property(tries = 500)
    void everyExporterThatIsTakenLiesInItsMemory(@ForAll("exporters") Exporter exporter) {
        liesInside(exporter);
    }

    @Property(tries = 3000)
    void everyGeometryThatIsTakenLiesInItsMemory(@ForAll("geometries") Geometry geometry) {
        liesInside(Exporters.shaped(1L << 40, geometry));
    }

    @Property(tries = 2000)
    void everySliceThatIsTakenLiesInItsMemory(
            @ForAll("geometries") Geometry geometry, @ForAll("slices") List<Slice> slices) {
        liesInside(new MemoryView(Exporters.shaped(1L << 40, geometry), new ArrayList<ViewOperation>(slices)));
    }

    /** The corners of the items' box, in arithmetic that cannot overflow. */
    private static void liesInside(Exporter exporter) {
        Subject subject;
        try {
            subject = Subjects.of(exporter);
        } catch (InvalidException refused) {
            assertFalse(refused.getMessage().isBlank());
            return;
        }
        Layout layout = subject.layout();
        if (layout == null || layout.indirect() || layout.items() == 0) {
            return;
        }
        double first = layout.start();
        double last = layout.start();
        for (int i = 0; i < layout.shape().size(); i++) {
            double reach = (double) layout.strides().get(i) * (layout.shape().get(i) - 1);
            first += Math.min(reach, 0);
            last += Math.max(reach, 0);
        }
        assertTrue(first >= 0 && last + layout.itemsize() <= subject.memory(), exporter::toString);
    }

    @Provide
    Arbitrary<Geometry> geometries() {
        Arbitrary<Long> values = Arbitraries.oneOf(Arbitraries.of(EXTREMES), Arbitraries.longs());
        Arbitrary<Long> extents = Arbitraries.oneOf(
                Arbitraries.of(EXTREMES),
                Arbitraries.longs().between(0, 9),
                Arbitraries.longs().between(0, 1L << 40));
        return extents.list()
                .ofMaxSize(3)
                .flatMap(shape -> Combinators.combine(
                                Arbitraries.oneOf(Arbitraries.of(0L, 1L << 40, 1L << 39), values),
                                Arbitraries.of(1, 1, 2, 8),
                                Arbitraries.oneOf(
                                                values,
                                                Arbitraries.longs().between(-9, 9),
                                                Arbitraries.longs().between(-1L << 25, 1L << 25))
                                        .list()
                                        .ofSize(shape.size())
                                        .injectNull(0.2))
                        .as((offset, itemsize, strides) ->
                                new Geometry(offset, itemsize, null, shape, strides, false)));
    }

    @Provide
    Arbitrary<List<Slice>> slices() {
        Arbitrary<Long> bounds = Arbitraries.oneOf(
                        Arbitraries.of(EXTREMES),
                        Arbitraries.longs(),
                        Arbitraries.longs().between(-9, 9))
                .injectNull(0.3);
        return Combinators.combine(
                        bounds,
                        bounds,
                        Arbitraries.oneOf(
                                Arbitraries.longs().between(-3, 3),
                                Arbitraries.longs().between(-1L << 40, 1L << 40)))
                .as(Slice::new)
                .list()
                .ofMaxSize(3);
    }
}
