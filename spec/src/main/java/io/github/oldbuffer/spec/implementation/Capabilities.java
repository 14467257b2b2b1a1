package io.github.oldbuffer.spec.implementation;

import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.ExporterKind;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.scenario.Born;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.StepKind;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of scenarios an implementation has; scenarios for it are drawn from that.
 *
 * @param exporters kinds that it can make, inside other exporters too
 * @param steps kinds that it can do
 * @param births where it can have objects made
 * @param hazards what it dies of whichever function is called
 */
public record Capabilities(Set<ExporterKind> exporters, Set<StepKind> steps, Set<Born> births, Set<Hazard> hazards) {

    /** Without hazards. */
    public Capabilities(Set<ExporterKind> exporters, Set<StepKind> steps, Set<Born> births) {
        this(exporters, steps, births, Set.of());
    }

    /** With objects made through the C API, or by any means that come to the same. */
    public Capabilities(Set<ExporterKind> exporters, Set<StepKind> steps) {
        this(exporters, steps, Set.of(Born.C));
    }

    /** No limits. */
    public static final Capabilities EVERYTHING = new Capabilities(
            EnumSet.allOf(ExporterKind.class), EnumSet.allOf(StepKind.class), EnumSet.allOf(Born.class));

    public Capabilities {
        exporters = Set.copyOf(exporters);
        steps = Set.copyOf(steps);
        births = Set.copyOf(births);
        hazards = Set.copyOf(hazards);
    }

    /**
     * The first thing of a scenario that is not among these.
     *
     * @param step its index
     * @param what in words, such as {@code the exporter mmap}
     */
    public record Lack(int step, String what) {}

    /** The same but for what it dies of. */
    public Capabilities with(Set<Hazard> more) {
        return new Capabilities(exporters, steps, births, either(hazards, more));
    }

    /** What a scenario needs beyond these, or the hazard in it; empty where there is neither. */
    public Optional<Lack> lack(Scenario scenario) {
        for (Hazard hazard : hazards) {
            int step = hazard.in(scenario);
            if (step >= 0) {
                return Optional.of(new Lack(step, hazard.words()));
            }
        }
        for (int i = 0; i < scenario.steps().size(); i++) {
            Step step = scenario.steps().get(i);
            StepKind kind = StepKind.of(step);
            if (!steps.contains(kind)) {
                return Optional.of(new Lack(i, "the step " + kind.word()));
            }
            if (step instanceof Step.Make make && !births.contains(make.born())) {
                return Optional.of(new Lack(i, "objects that Python code makes"));
            }
            Optional<ExporterKind> missing =
                    step instanceof Step.Make make ? missing(make.exporter()) : Optional.empty();
            if (missing.isPresent()) {
                return Optional.of(new Lack(i, "the exporter " + missing.get().word()));
            }
        }
        return Optional.empty();
    }

    /** Whether a scenario needs nothing but these. */
    public boolean suffice(Scenario scenario) {
        return lack(scenario).isEmpty();
    }

    /** What two implementations have both. */
    public Capabilities and(Capabilities other) {
        return new Capabilities(
                both(exporters, other.exporters),
                both(steps, other.steps),
                both(births, other.births),
                either(hazards, other.hazards));
    }

    /** The outermost exporter that is not among these. */
    private Optional<ExporterKind> missing(Exporter exporter) {
        if (exporter == null) {
            return Optional.empty();
        }
        return exporters.contains(exporter.kind()) ? missing(inside(exporter)) : Optional.of(exporter.kind());
    }

    private static <T> Set<T> both(Set<T> one, Set<T> other) {
        return one.stream().filter(other::contains).collect(Collectors.toUnmodifiableSet());
    }

    private static <T> Set<T> either(Set<T> one, Set<T> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** The exporter that one stands on, or {@code null}. */
    private static Exporter inside(Exporter exporter) {
        if (exporter instanceof MemoryView view) {
            return view.base();
        } else if (exporter instanceof PythonClass python) {
            return python.base();
        }
        return exporter instanceof Scripted scripted ? scripted.target() : null;
    }
}
