package io.github.oldbuffer.ports;

import io.github.oldbuffer.spec.compare.Comparison;
import io.github.oldbuffer.spec.compare.Difference;
import io.github.oldbuffer.spec.compare.Steps;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Compares a port with the functions that it replaces, in one and the same interpreter: there the texts of exceptions
 * can be compared too.
 */
final class PortComparison {

    private PortComparison() {}

    /**
     * The differences; none where CPython itself died: there is nothing to be faithful to.
     *
     * @param functions of the port; calls of others run CPython's own
     */
    static List<Difference> compare(Scenario scenario, Transcript port, Transcript reference, Set<Function> functions) {
        if (reference.outcome() instanceof Outcome.Died
                || port.outcome() instanceof Outcome.Died
                || scenario.steps().stream().noneMatch(step -> calls(step, functions))) {
            return List.of();
        }
        List<Difference> found = new ArrayList<>(Comparison.compare(scenario, port, reference));
        int size = Math.min(port.events().size(), reference.events().size());
        for (int i = 0; i < size; i++) {
            if (scenario.steps().get(i) instanceof Step.Call call
                    && port.events().get(i) instanceof Event.Called one
                    && reference.events().get(i) instanceof Event.Called other) {
                message(call, i, one, other, found);
            }
        }
        return first(found);
    }

    /** The differences of the first step that has some: those of later steps are what follows from them. */
    private static List<Difference> first(List<Difference> found) {
        int first = found.stream().mapToInt(Difference::step).min().orElse(0);
        return found.stream().filter(difference -> difference.step() == first).toList();
    }

    private static boolean calls(Step step, Set<Function> functions) {
        return step instanceof Step.Call call && functions.contains(call.function());
    }

    private static void message(
            Step.Call call, int step, Event.Called one, Event.Called other, List<Difference> found) {
        if (one.raised() == null
                || other.raised() == null
                || !one.raised().type().equals(other.raised().type())
                || one.raised().message().equals(other.raised().message())) {
            return;
        }
        String symptom = Steps.word(call) + ": the text of the " + one.raised().type() + " differs";
        if (found.stream().noneMatch(difference -> difference.symptom().equals(symptom))) {
            found.add(new Difference(
                    symptom,
                    step,
                    Steps.word(call) + ": \"" + one.raised().message() + "\", the other: \""
                            + other.raised().message() + "\""));
        }
    }
}
