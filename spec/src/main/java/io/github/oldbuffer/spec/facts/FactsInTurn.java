package io.github.oldbuffer.spec.facts;

import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The facts of scenarios, one after the other, as {@link Facts} tells them.
 *
 * <p>Where neighbours begin with the very same steps (the same objects, not just equal ones), what was found out for the
 * one is kept for the next. Not a value, and for one thread.
 */
public final class FactsInTurn {

    private List<Step> steps = List.of();
    private final List<Fact> facts = new ArrayList<>();
    private final List<Fact> readable = Collections.unmodifiableList(facts);
    /** The world before each step, and behind the last. */
    private final List<World> worlds = new ArrayList<>(List.of(new World()));

    /**
     * One fact for each step.
     *
     * @return what changes with the next scenario
     * @throws InvalidException as {@link Facts#of} does
     */
    public List<Fact> of(Scenario scenario) throws InvalidException {
        List<Step> next = scenario.steps();
        if (next.size() > Scenario.MAX_STEPS) {
            return Facts.of(scenario);
        }
        int same = shared(next);
        facts.subList(same, facts.size()).clear();
        worlds.subList(same + 1, worlds.size()).clear();
        steps = next;
        for (int i = same; i < next.size(); i++) {
            World world = worlds.get(i).copy();
            try {
                facts.add(world.take(next.get(i)));
            } catch (InvalidException senseless) {
                // which says it once more, with the number of the step
                return Facts.of(scenario);
            }
            worlds.add(world);
        }
        return readable;
    }

    /** How many steps at the beginning are those of the scenario before, as far as it made sense. */
    private int shared(List<Step> next) {
        int most = Math.min(next.size(), facts.size());
        int same = 0;
        while (same < most && steps.get(same) == next.get(same)) {
            same++;
        }
        return same;
    }
}
