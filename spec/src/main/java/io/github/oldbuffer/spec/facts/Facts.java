package io.github.oldbuffer.spec.facts;

import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The facts of a whole scenario, and so whether it is valid. */
public final class Facts {

    private Facts() {}

    /**
     * One fact for each step.
     *
     * @throws InvalidException naming the first step that makes no sense, such as one that touches dead memory
     */
    public static List<Fact> of(Scenario scenario) throws InvalidException {
        List<Step> steps = scenario.steps();
        if (steps.size() > Scenario.MAX_STEPS) {
            throw new InvalidException("a scenario has at most " + Scenario.MAX_STEPS + " steps");
        }
        World world = new World();
        List<Fact> facts = new ArrayList<>(steps.size());
        for (int i = 0; i < steps.size(); i++) {
            try {
                facts.add(world.take(steps.get(i)));
            } catch (InvalidException senseless) {
                throw new InvalidException("steps[" + i + "]: " + senseless.getMessage());
            }
        }
        return facts;
    }

    /** Why the scenario is invalid, in one sentence, or empty where it is valid. */
    public static Optional<String> problem(Scenario scenario) {
        try {
            of(scenario);
            return Optional.empty();
        } catch (InvalidException invalid) {
            return Optional.of(invalid.getMessage());
        }
    }
}
