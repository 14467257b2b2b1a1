package io.github.oldbuffer.suite.generate;

import io.github.oldbuffer.spec.facts.Fact;
import io.github.oldbuffer.spec.facts.InvalidException;
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
    private final List<Fact> facts = new ArrayList<>();

    /** Adds the step if it makes sense at this point, and says whether it did. */
    boolean add(Step step) {
        try {
            facts.add(world.take(step));
        } catch (InvalidException senseless) {
            return false;
        }
        steps.add(step);
        return true;
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

    /** What can be said of each step of the scenario. */
    List<Fact> facts() {
        return List.copyOf(facts);
    }
}
