package io.github.oldbuffer.spec.facts;

import io.github.oldbuffer.spec.transcript.Traffic;
import java.util.ArrayList;
import java.util.List;

/**
 * What code of the scenario's own does inside a step.
 *
 * @param acts in the order in which they are over
 * @param gone whether the memory of the object that the step is about goes at the end of the step: the step's pointer and
 *     length are those of memory that is no more
 */
public record Inside(List<Act> acts, boolean gone) {

    /**
     * One thing that it does.
     *
     * @param object to which object
     * @param succeeds whether that succeeds; where it does not, the object is exported
     */
    public record Act(int object, boolean succeeds) {}

    /** Nothing runs inside. */
    public static final Inside NOTHING = new Inside(List.of(), false);

    public Inside {
        acts = List.copyOf(acts);
    }

    static Inside of(int object, boolean succeeds) {
        return new Inside(List.of(new Act(object, succeeds)), false);
    }

    /** This, and then another. */
    Inside then(Inside other) {
        if (acts.isEmpty() || other.acts.isEmpty()) {
            return acts.isEmpty() ? other : this;
        }
        List<Act> both = new ArrayList<>(acts);
        both.addAll(other.acts);
        return new Inside(both, gone || other.gone);
    }

    /** For each thing that ran, whether it succeeded. */
    public static List<Boolean> told(List<Traffic> traffic) {
        List<Boolean> told = new ArrayList<>();
        for (Traffic seen : traffic) {
            if (seen.kind() == Traffic.Kind.ACTED || seen.kind() == Traffic.Kind.ACTED_IN_VAIN) {
                told.add(seen.kind() == Traffic.Kind.ACTED);
            }
        }
        return told;
    }

    /** Whether all of it ran, nothing else did, and it came out as this says. */
    public boolean asTold(List<Traffic> traffic) {
        return told(traffic).equals(acts.stream().map(Act::succeeds).toList());
    }
}
