package io.github.oldbuffer.conformance.properties;

import io.github.oldbuffer.conformance.reduce.Reductions;
import io.github.oldbuffer.spec.scenario.Scenario;
import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/** A scenario that jqwik can make smaller. */
record ShrinkableScenario(Scenario value) implements Shrinkable<Scenario> {
    @Override
    public Stream<Shrinkable<Scenario>> shrink() {
        return Reductions.of(value).map(ShrinkableScenario::new);
    }

    @Override
    public ShrinkingDistance distance() {
        return ShrinkingDistance.of(Reductions.size(value));
    }
}
