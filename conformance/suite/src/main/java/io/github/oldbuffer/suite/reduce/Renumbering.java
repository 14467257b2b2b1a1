package io.github.oldbuffer.suite.reduce;

import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.schema.StepShape;
import io.github.oldbuffer.spec.shape.Name;
import java.util.HashMap;
import java.util.Map;

/** Numbers the objects and views of a scenario from 0 on, in the order in which they appear. */
final class Renumbering {

    private final Map<Integer, Integer> objects = new HashMap<>();
    private final Map<Integer, Integer> views = new HashMap<>();

    private Renumbering() {}

    static Scenario of(Scenario scenario) {
        Renumbering numbers = new Renumbering();
        return new Scenario(scenario.steps().stream()
                .map(step -> StepShape.step().renamed(step, numbers::number))
                .toList());
    }

    private int number(Name.Of of, int number) {
        Map<Integer, Integer> known = of == Name.Of.VIEW ? views : objects;
        return known.computeIfAbsent(number, unknown -> known.size());
    }
}
