package io.github.oldbuffer.suite.generate;

import io.github.oldbuffer.spec.facts.State;
import io.github.oldbuffer.spec.facts.World;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import java.util.ArrayList;
import java.util.List;

/** A scenario while it is being written: takes the steps that make sense and leaves out the others. */
final class Draft {

    private final World world = new World();
    private final List<Step> steps = new ArrayList<>();

    /** Adds the step if it makes sense at this point, and says whether it did. */
    boolean add(Step step) {
        boolean sensible = world.tryStep(step);
        if (sensible) {
            steps.add(step);
        }
        return sensible;
    }

    boolean call(Function function, int object) {
        return add(Step.Call.of(function, object));
    }

    /** The object as it is by now, or {@code null}. */
    State object(int number) {
        return world.object(number);
    }

    boolean viewInUse(int view) {
        return world.viewInUse(view);
    }

    boolean hasPointer(Function function, int object) {
        return world.hasPointer(function, object);
    }

    Scenario scenario() {
        return new Scenario(steps);
    }
}
