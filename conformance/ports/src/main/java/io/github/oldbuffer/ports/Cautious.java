package io.github.oldbuffer.ports;

import io.github.oldbuffer.spec.implementation.Capabilities;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a sort of call no more that has killed the process too often: every death costs time and soon teaches nothing.
 *
 * <p>Scenarios with such a call are answered with <em>unsupported</em>, so that its clauses are not exercised and those
 * of the other functions are judged all the same.
 */
final class Cautious implements Implementation {

    /** Deaths of this weight are enough. */
    private static final int ENOUGH = 20;

    /** With a NULL for an argument one death is like another. */
    private static final int ENOUGH_WITH_NULL = 3;

    /** A hang costs a time limit. */
    private static final int WEIGHT_OF_A_HANG = 10;

    private final Implementation implementation;
    private final Map<Sort, Integer> deaths = new HashMap<>();

    /** A sort of call. */
    private record Sort(Function function, Set<Step.Argument> nulls) {

        static Sort of(Step.Call call) {
            return new Sort(call.function(), call.nulls());
        }

        int enough() {
            return nulls.isEmpty() ? ENOUGH : ENOUGH_WITH_NULL;
        }
    }

    Cautious(Implementation implementation) {
        this.implementation = implementation;
    }

    @Override
    public Identity identity() {
        return implementation.identity();
    }

    @Override
    public Capabilities supports() {
        return implementation.supports();
    }

    @Override
    public List<Transcript> run(List<Scenario> batch) {
        List<Scenario> wanted =
                batch.stream().filter(scenario -> givenUp(scenario).isEmpty()).toList();
        List<Transcript> ran = wanted.isEmpty() ? List.of() : implementation.run(wanted);
        List<Transcript> all = new ArrayList<>();
        int next = 0;
        for (Scenario scenario : batch) {
            Optional<Integer> step = givenUp(scenario);
            all.add(
                    step.isPresent()
                            ? Transcript.unsupported(step.get(), "the function killed its process too often")
                            : ran.get(next++));
        }
        for (int i = 0; i < wanted.size(); i++) {
            count(wanted.get(i), ran.get(i));
        }
        return all;
    }

    /** Functions that are not called any more even with all of their arguments. */
    Set<Function> givenUp() {
        Set<Function> functions = EnumSet.noneOf(Function.class);
        deaths.forEach((sort, weight) -> {
            if (sort.nulls().isEmpty() && weight >= sort.enough()) {
                functions.add(sort.function());
            }
        });
        return functions;
    }

    private Optional<Integer> givenUp(Scenario scenario) {
        for (int i = 0; i < scenario.steps().size(); i++) {
            if (scenario.steps().get(i) instanceof Step.Call call) {
                Sort sort = Sort.of(call);
                if (deaths.getOrDefault(sort, 0) >= sort.enough()) {
                    return Optional.of(i);
                }
            }
        }
        return Optional.empty();
    }

    private void count(Scenario scenario, Transcript transcript) {
        if (transcript.outcome() instanceof Outcome.Died died) {
            int weight = died.death() == Outcome.Death.TIMED_OUT ? WEIGHT_OF_A_HANG : 1;
            culprits(scenario, died.step()).forEach(sort -> deaths.merge(sort, weight, Integer::sum));
        }
    }

    /** The call under way; where none is, those that were made before: one of them may have laid the ground. */
    private static Set<Sort> culprits(Scenario scenario, int step) {
        Set<Sort> culprits = new HashSet<>();
        for (int i = 0; i <= step && i < scenario.steps().size(); i++) {
            if (scenario.steps().get(i) instanceof Step.Call call) {
                if (i == step) {
                    return Set.of(Sort.of(call));
                }
                culprits.add(Sort.of(call));
            }
        }
        return culprits;
    }

    @Override
    public void close() {
        implementation.close();
    }
}
