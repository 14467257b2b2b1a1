package io.github.oldbuffer.suite.reduce;

import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.StepSubject;
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
        return StepSubject.named(step) == object
                || step instanceof Step.Share share && share.of() == object
                || step instanceof Step.Append append && append.of() == object
                || step instanceof Step.Within within && StepSubject.named(within.inside()) == object;
    }
}
