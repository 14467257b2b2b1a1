package io.github.oldbuffer.spec.compare;

import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.PythonExpression;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.facts.InvalidException;
import io.github.oldbuffer.spec.facts.Subjects;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares two transcripts of one scenario, step by step.
 *
 * <p>What may differ without meaning anything is left out of the comparison: {@link #NORMALISED} lists it. A comparison
 * ends with the first step after which the two no longer have the same objects.
 */
public final class Comparison {

    /** What is not compared, and why; for people. */
    public static final List<String> NORMALISED = List.of(
            "texts of exceptions: nobody promises them",
            "addresses: only where a pointer lies in the object's memory, or that it lies elsewhere",
            "addresses of empty memory: any will do",
            "bytes that an unlawful exporter hands out: they may lie behind its memory",
            "fields of views beside address and length: much in them may be so or otherwise, and NEW-7 and NEW-8 judge them",
            "reference counts where one of the two does not count",
            "what one of the two does not support",
            "calls with an exception pending that run Python code: what the interpreter does then hangs on how warm it is");

    private Comparison() {}

    /**
     * The differences, each symptom once, in the order of the steps.
     *
     * @param left the one that is looked at
     * @param right the one that it is held against
     */
    public static List<Difference> compare(Scenario scenario, Transcript left, Transcript right) {
        if (left.outcome() instanceof Outcome.Unsupported || right.outcome() instanceof Outcome.Unsupported) {
            return List.of();
        }
        Differences found = new Differences();
        boolean leftDied = left.outcome() instanceof Outcome.Died;
        boolean rightDied = right.outcome() instanceof Outcome.Died;
        if (leftDied || rightDied) {
            died(scenario, left, right).ifPresent(found::add);
            return found.list();
        }
        int size = Math.min(left.events().size(), right.events().size());
        Set<Integer> unlawful = new HashSet<>();
        Set<Integer> running = new HashSet<>();
        for (int i = 0; i < size; i++) {
            Step step = scenario.steps().get(i);
            if (step instanceof Step.Make make && !lawful(make.exporter())) {
                unlawful.add(make.object());
            }
            if (step instanceof Step.Make make && runsPython(make.exporter())) {
                running.add(make.object());
            }
            if (step instanceof Step.Call call && call.pending() != null && running.contains(call.object())) {
                continue;
            }
            boolean bytes = !(step instanceof Step.Call call && unlawful.contains(call.object())
                    || step instanceof Step.Peek peek && unlawful.contains(peek.object()));
            EventComparison.compare(
                    step, i, left.events().get(i), right.events().get(i), bytes, found);
            if (!sameObjects(left.events().get(i), right.events().get(i))) {
                break;
            }
        }
        return found.list();
    }

    /** Whether a request of it is answered by Python code. */
    private static boolean runsPython(Exporter exporter) {
        return exporter instanceof PythonClass
                || exporter instanceof PythonExpression
                || exporter instanceof Scripted scripted && scripted.target() != null && runsPython(scripted.target());
    }

    private static boolean lawful(Exporter exporter) {
        try {
            return Subjects.of(exporter).lawful();
        } catch (InvalidException nonsense) {
            throw new IllegalArgumentException("an invalid scenario has no transcripts to compare", nonsense);
        }
    }

    private static Optional<Difference> died(Scenario scenario, Transcript left, Transcript right) {
        String one = death(scenario, left.outcome());
        String other = death(scenario, right.outcome());
        if (one.equals(other)) {
            return Optional.empty();
        }
        int step = left.outcome() instanceof Outcome.Died died ? died.step() : ((Outcome.Died) right.outcome()).step();
        String words = Steps.underWay(scenario, step) + ": " + one + ", the other: " + other;
        return Optional.of(new Difference(words, step, words));
    }

    private static String death(Scenario scenario, Outcome outcome) {
        return outcome instanceof Outcome.Died died
                ? died.death() + " (" + died.detail() + ") in " + Steps.underWay(scenario, died.step())
                : "lived on";
    }

    /** Whether both have the same objects in the same state after the step, so that the next can be compared. */
    private static boolean sameObjects(Event left, Event right) {
        if (left instanceof Event.Made one && right instanceof Event.Made other) {
            return one.raised() == null && other.raised() == null;
        } else if (left instanceof Event.Done one && right instanceof Event.Done other) {
            return (one.raised() == null) == (other.raised() == null);
        } else if (left instanceof Event.Viewed one && right instanceof Event.Viewed other) {
            return one.granted() == other.granted();
        }
        return left.getClass() == right.getClass();
    }
}
