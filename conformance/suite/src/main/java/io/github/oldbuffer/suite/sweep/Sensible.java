package io.github.oldbuffer.suite.sweep;

import io.github.oldbuffer.spec.facts.World;
import io.github.oldbuffer.spec.scenario.Step;
import java.util.List;
import java.util.stream.Stream;

/** Those of some steps that make sense, each behind those before it that do. */
final class Sensible {

    private Sensible() {}

    static List<Step> of(Stream<Step> steps) {
        World world = new World();
        return steps.filter(world::tryStep).toList();
    }

    static List<Step> of(Step... steps) {
        return of(Stream.of(steps));
    }
}
