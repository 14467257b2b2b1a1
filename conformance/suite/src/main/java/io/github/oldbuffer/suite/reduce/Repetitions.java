package io.github.oldbuffer.suite.reduce;

import io.github.oldbuffer.spec.facts.Facts;
import io.github.oldbuffer.spec.facts.World;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Scenarios that do the same again and again, with new objects each time.
 *
 * <p>A function that keeps something between its calls may show it in a scenario only behind others, which nobody who
 * replays the scenario has. Repeated, it brings along what ran before it.
 */
public final class Repetitions {

    private static final int MOST = 64;

    private Repetitions() {}

    /** The scenario two, four, eight times and so on, as long as a scenario has room for so many steps. */
    public static Stream<Scenario> of(Scenario scenario) {
        List<Step> once = withEnd(scenario);
        return IntStream.iterate(2, times -> times <= MOST, times -> 2 * times)
                .filter(times -> times * once.size() <= Scenario.MAX_STEPS)
                .mapToObj(times -> repeated(once, scenario, times))
                .filter(repeated -> Facts.problem(repeated).isEmpty());
    }

    private static Scenario repeated(List<Step> once, Scenario scenario, int times) {
        List<Step> steps = new ArrayList<>();
        for (int i = 1; i < times; i++) {
            steps.addAll(once);
        }
        steps.addAll(scenario.steps());
        return new Scenario(steps);
    }

    /** The steps, and behind them the release of every view and the end of every object that are left. */
    private static List<Step> withEnd(Scenario scenario) {
        World world = new World();
        List<Step> steps = new ArrayList<>(scenario.steps());
        scenario.steps().forEach(world::tryStep);
        for (int number = 0; number <= Scenario.MAX_NAME; number++) {
            if (world.viewInUse(number)) {
                steps.add(new Step.ReleaseView(number));
            }
        }
        for (int number = 0; number <= Scenario.MAX_NAME; number++) {
            if (world.object(number) != null) {
                steps.add(new Step.Drop(number));
            }
        }
        return steps;
    }
}
