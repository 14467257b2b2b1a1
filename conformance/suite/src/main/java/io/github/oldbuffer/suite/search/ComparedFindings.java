package io.github.oldbuffer.suite.search;

import io.github.oldbuffer.spec.compare.Difference;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.results.Finding.Shown;
import io.github.oldbuffer.spec.scenario.StepSubject;
import java.util.List;

/** Differences between two transcripts as findings. */
public final class ComparedFindings {

    private ComparedFindings() {}

    /** @param other what the implementation was compared with */
    public static List<Finding> of(List<Difference> differences, Try tried, Ran ran, Identity other) {
        return differences.stream()
                .map(difference -> new Finding(
                        null,
                        Kind.DIFFERENCE,
                        StepSubject.function(tried.scenario(), difference.step()),
                        null,
                        difference.symptom(),
                        null,
                        StepSubject.object(tried.scenario(), difference.step()),
                        difference.reason(),
                        null,
                        null,
                        other,
                        null,
                        null,
                        new Shown(tried.theme(), tried.scenario(), difference.step(), ran.transcript(), ran.other())))
                .toList();
    }
}
