package io.github.oldbuffer.consumers;

import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Run;
import java.util.ArrayList;
import java.util.List;

/**
 * What was found of a function.
 *
 * @param run as results hold it
 * @param lost findings that were seen once, and not when their scenario was run by itself
 * @param notes what somebody who reads the result should know, such as that results differ by themselves
 */
public record Judgement(Run run, List<Finding> lost, List<String> notes) {
    public Judgement {
        lost = List.copyOf(lost);
        notes = List.copyOf(notes);
    }

    /** The notes, and a sentence for each finding that was lost. */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>(notes);
        lost.stream()
                .map(finding -> finding.function() + ", " + finding.heading() + " " + finding.symptom()
                        + ": seen once, and not when the scenario was run by itself")
                .forEach(remarks::add);
        return remarks;
    }
}
