package io.github.oldbuffer.suite.reduce;

import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.facts.Facts;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The scenarios a little smaller than a given one. */
public final class Reductions {

    private Reductions() {}

    /**
     * Valid scenarios that are smaller by {@link Sizes#of(Scenario)}, those with fewer steps first.
     *
     * <p>Lazy: a search that takes the first one that still shows what it is after looks at few of them.
     */
    public static Stream<Scenario> of(Scenario scenario) {
        long size = Sizes.of(scenario);
        return Stream.of(
                        halves(scenario),
                        withoutOneStep(scenario),
                        Stream.of(Renumbering.of(scenario)),
                        simplerSteps(scenario))
                .flatMap(candidates -> candidates)
                .filter(candidate -> Sizes.of(candidate) < size)
                .filter(candidate -> Facts.problem(candidate).isEmpty());
    }

    /**
     * Each call with no more than what its object is made of, the last call first: what a death mostly comes to. Any object will
     * do where the arguments are why, so that the plainest is tried before the call's own, and no exception pending before one.
     */
    public static Stream<Scenario> ofCalls(Scenario scenario) {
        long size = Sizes.of(scenario);
        List<Step> steps = scenario.steps();
        return IntStream.iterate(steps.size() - 1, i -> i >= 0, i -> i - 1)
                .filter(i -> steps.get(i) instanceof Step.Call)
                .boxed()
                .flatMap(i -> alone(steps.subList(0, i), (Step.Call) steps.get(i)))
                .distinct()
                .filter(candidate -> Sizes.of(candidate) < size)
                .filter(candidate -> Facts.problem(candidate).isEmpty());
    }

    private static Stream<Scenario> alone(List<Step> before, Step.Call call) {
        Step.Call calm = new Step.Call(call.function(), call.object(), call.nulls(), null);
        return Stream.of(
                        Scenario.of(new Step.Make(call.object(), new Bytes(0, 1, false)), calm),
                        behindWhatItNeeds(before, calm),
                        behindWhatItNeeds(before, call))
                .map(Renumbering::of);
    }

    private static Scenario behindWhatItNeeds(List<Step> before, Step.Call call) {
        LinkedList<Step> needed = new LinkedList<>(List.of(call));
        int object = call.object();
        for (int i = before.size() - 1; i >= 0; i--) {
            Step step = before.get(i);
            if (step instanceof Step.Make make && make.object() == object) {
                needed.addFirst(step);
                break;
            } else if (step instanceof Step.Share share && share.object() == object) {
                needed.addFirst(step);
                object = share.of();
            }
        }
        return new Scenario(needed);
    }

    /** How large a scenario is; only comparisons have a meaning. */
    public static long size(Scenario scenario) {
        return Sizes.of(scenario);
    }

    private static Stream<Scenario> halves(Scenario scenario) {
        List<Step> steps = scenario.steps();
        int half = steps.size() / 2;
        if (half < 2) {
            return Stream.empty();
        }
        return Stream.of(new Scenario(steps.subList(0, half)), new Scenario(steps.subList(half, steps.size())));
    }

    /** Steps are left out from the end: what comes last depends on what came before. */
    private static Stream<Scenario> withoutOneStep(Scenario scenario) {
        List<Step> steps = scenario.steps();
        return IntStream.iterate(steps.size() - 1, i -> i >= 0, i -> i - 1).mapToObj(i -> {
            List<Step> fewer = new ArrayList<>(steps);
            Step removed = fewer.remove(i);
            if (removed instanceof Step.Make make) {
                fewer.removeIf(step -> Names.uses(step, make.object(), fewer));
            } else if (removed instanceof Step.Share share) {
                fewer.removeIf(step -> Names.uses(step, share.object(), fewer));
            }
            return new Scenario(fewer);
        });
    }

    private static Stream<Scenario> simplerSteps(Scenario scenario) {
        List<Step> steps = scenario.steps();
        return IntStream.range(0, steps.size())
                .boxed()
                .flatMap(i -> SimplerSteps.of(steps.get(i)).map(simpler -> {
                    List<Step> changed = new ArrayList<>(steps);
                    changed.set(i, simpler);
                    return new Scenario(changed);
                }));
    }
}
