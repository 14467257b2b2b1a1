package io.github.oldbuffer.suite.properties;

import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.suite.reduce.Reductions;
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
