package io.github.oldbuffer.spec.packed;

import io.github.oldbuffer.spec.form.Writer;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.schema.StepShape;
import java.util.List;

/**
 * Lays the steps of scenarios down, one scenario after the other.
 *
 * <p>Where neighbours begin with the very same steps (the same objects, not just equal ones), as those of a sweep do, the
 * bytes of the one are copied for the next: the exporter is most of what a short scenario has to tell.
 */
final class StepsWriter {

    private final Writer out;
    private List<Step> before = List.of();
    /** Where the steps of the scenario before began. */
    private int start;
    /** For each step of the scenario before, the bytes up to its end. */
    private final int[] ends = new int[Scenario.MAX_STEPS];

    StepsWriter(Writer out) {
        this.out = out;
    }

    /** @param steps at most {@link Scenario#MAX_STEPS} */
    void write(List<Step> steps) {
        int same = shared(steps);
        int here = out.position();
        if (same > 0) {
            out.again(start, ends[same - 1]);
        }
        for (int i = same; i < steps.size(); i++) {
            StepShape.step().pack(out, steps.get(i));
            ends[i] = out.position() - here;
        }
        before = steps;
        start = here;
    }

    private int shared(List<Step> steps) {
        int most = Math.min(steps.size(), before.size());
        int same = 0;
        while (same < most && steps.get(same) == before.get(same)) {
            same++;
        }
        return same;
    }
}
