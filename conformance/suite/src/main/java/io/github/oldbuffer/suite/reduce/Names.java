package io.github.oldbuffer.suite.reduce;

import io.github.oldbuffer.spec.scenario.Step;
import java.util.List;

/** Which steps name which objects. */
final class Names {

    private Names() {}

    /** Whether the step is about the object, directly or through a view of it that one of the steps acquires. */
    static boolean uses(Step step, int object, List<Step> steps) {
        if (step instanceof Step.ReleaseView release) {
            return steps.stream()
                    .anyMatch(other -> other instanceof Step.Acquire acquire
                            && acquire.view() == release.view()
                            && acquire.object() == object);
        }
        return object(step) == object;
    }

    /** The object that the step names; -1 where it names none. */
    private static int object(Step step) {
        if (step instanceof Step.Make make) {
            return make.object();
        } else if (step instanceof Step.Call call) {
            return call.object();
        } else if (step instanceof Step.Peek peek) {
            return peek.object();
        } else if (step instanceof Step.Poke poke) {
            return poke.object();
        } else if (step instanceof Step.Change change) {
            return change.object();
        } else if (step instanceof Step.Resize resize) {
            return resize.object();
        } else if (step instanceof Step.Release release) {
            return release.object();
        } else if (step instanceof Step.Acquire acquire) {
            return acquire.object();
        } else if (step instanceof Step.Parse parse) {
            return parse.object();
        } else if (step instanceof Step.Drop drop) {
            return drop.object();
        } else if (step instanceof Step.Border border) {
            return border.object();
        }
        return -1;
    }
}
