package io.github.oldbuffer.spec.scenario;

import static io.github.oldbuffer.spec.exporter.ExporterKind.PYTHON;

import io.github.oldbuffer.spec.exporter.ExporterKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A step in which C sees an object for the first time that Python code has made.
 *
 * @param object its number
 * @param words the kind of the object and whether it was released or closed before
 */
public record Crossing(int object, String words) {

    /** The crossing in a step, if there is one. */
    public static Optional<Crossing> of(Scenario scenario, int index) {
        List<Step> steps = scenario.steps();
        if (index < 0 || index >= steps.size() || !crosses(steps.get(index))) {
            return Optional.empty();
        }
        int object = StepSubject.object(steps, steps.get(index));
        boolean released = false;
        for (int i = index - 1; i >= 0; i--) {
            Step step = steps.get(i);
            if (StepSubject.object(steps, step) != object) {
                continue;
            }
            if (crosses(step) && !(step instanceof Step.Border)) {
                return Optional.empty();
            } else if (step instanceof Step.Release) {
                released = true;
            } else if (step instanceof Step.Make make) {
                return make.born() == Born.PYTHON || make.exporter().kind() == PYTHON
                        ? Optional.of(new Crossing(object, words(make.exporter().kind(), released)))
                        : Optional.empty();
            } else if (step instanceof Step.Share share) {
                return unseen(steps, share.of(), i)
                        ? Optional.of(new Crossing(object, words(share.sharing().kind(), released)))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The same scenario up to a step, in which C is handed the object and no more. */
    public Scenario alone(Scenario scenario, int index) {
        List<Step> steps = new ArrayList<>(scenario.steps().subList(0, index));
        steps.add(new Step.Border(object));
        return new Scenario(steps);
    }

    /** Whether Python code made an object that nothing of C has seen before a step. */
    private static boolean unseen(List<Step> steps, int object, int before) {
        for (int i = before - 1; i >= 0; i--) {
            Step step = steps.get(i);
            if (StepSubject.object(steps, step) == object) {
                if (crosses(step)) {
                    return false;
                } else if (step instanceof Step.Make make) {
                    return make.born() == Born.PYTHON;
                } else if (step instanceof Step.Share share) {
                    return unseen(steps, share.of(), i);
                }
            }
        }
        return false;
    }

    private static boolean crosses(Step step) {
        return step instanceof Step.Call call && !call.nulls().contains(Step.Argument.OBJECT)
                || step instanceof Step.Acquire
                || step instanceof Step.Parse
                || step instanceof Step.Border;
    }

    private static String words(ExporterKind kind, boolean released) {
        return StepSubject.BORDER + " " + kind.word() + (released ? " released" : "");
    }
}
