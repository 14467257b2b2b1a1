package io.github.oldbuffer.suite.reduce;

import io.github.oldbuffer.spec.facts.Facts;
import io.github.oldbuffer.spec.facts.World;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Scenarios that do the same again and again, with the same objects or with new ones each time.
 *
 * <p>A function that keeps something between its calls may show it in a scenario only behind others, which nobody who
 * replays the scenario has. Repeated, it brings along what ran before it.
 */
public final class Repetitions {

    private static final int MOST = 64;

    private Repetitions() {}

    /**
     * The scenario two, four, eight times and so on, as long as a scenario has room for so many steps: first with the
     * same objects, where the steps on them make sense again, then with new ones.
     */
    public static Stream<Scenario> of(Scenario scenario) {
        List<Step> onNew = withEnd(scenario);
        List<Step> onSame = scenario.steps().stream()
                .filter(step -> !(step instanceof Step.Make))
                .toList();
        return IntStream.iterate(2, times -> times <= MOST, times -> 2 * times)
                .boxed()
                .flatMap(times -> Stream.of(
                        joined(List.of(scenario.steps()), Collections.nCopies(times - 1, onSame)),
                        joined(Collections.nCopies(times - 1, onNew), List.of(scenario.steps()))))
                .filter(steps -> steps.size() <= Scenario.MAX_STEPS)
                .map(Scenario::new)
                .filter(repeated -> Facts.problem(repeated).isEmpty());
    }

    private static List<Step> joined(List<List<Step>> first, List<List<Step>> then) {
        return Stream.concat(first.stream(), then.stream())
                .flatMap(List::stream)
                .toList();
    }

    /** The steps, and behind them the release of every view and the end of every object that are left. */
    private static List<Step> withEnd(Scenario scenario) {
        World world = new World();
        List<Step> steps = new ArrayList<>(scenario.steps());
        scenario.steps().forEach(world::tryStep);
        for (int number = 0; number <= Scenario.MAX_NAME; number++) {
            if (world.viewInUse(number)) {
                steps.add(new Step.ReleaseView(number));
                world.tryStep(new Step.ReleaseView(number));
            }
        }
        // those that stand on the memory of others go first
        for (int round = 0; round < 2; round++) {
            for (int number = 0; number <= Scenario.MAX_NAME; number++) {
                if (world.object(number) != null && world.tryStep(new Step.Drop(number))) {
                    steps.add(new Step.Drop(number));
                }
            }
        }
        return steps;
    }
}
