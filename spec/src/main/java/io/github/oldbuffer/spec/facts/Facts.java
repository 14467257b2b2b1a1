package io.github.oldbuffer.spec.facts;

import io.github.oldbuffer.spec.exporter.PythonExpression;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Transcript;
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

    /** Whether they depend on what Python says of an object. */
    public static boolean learn(List<Fact> facts) {
        for (Fact fact : facts) {
            if (fact instanceof Fact.OfMake make && make.state().subject().unknown()) {
                return true;
            }
        }
        return false;
    }

    /**
     * The facts of a valid scenario by what Python said of the objects in it; those behind the first step that makes no
     * sense by that are left out.
     */
    public static List<Fact> of(Scenario scenario, Transcript transcript) {
        World world = new World();
        List<Fact> facts = new ArrayList<>(scenario.steps().size());
        List<Event> events = transcript.events();
        for (int i = 0; i < scenario.steps().size(); i++) {
            Step step = scenario.steps().get(i);
            Fact fact;
            try {
                fact = world.take(step);
            } catch (InvalidException senseless) {
                return facts;
            }
            if (step instanceof Step.Make make
                    && make.exporter() instanceof PythonExpression
                    && i < events.size()
                    && events.get(i) instanceof Event.Made made
                    && made.told() != null) {
                fact = world.learn(make, made.told());
            }
            facts.add(fact);
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
