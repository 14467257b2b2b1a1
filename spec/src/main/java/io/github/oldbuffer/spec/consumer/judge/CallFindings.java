package io.github.oldbuffer.spec.consumer.judge;

import io.github.oldbuffer.spec.judge.Verdict;
import io.github.oldbuffer.spec.judge.Verdict.Violation;
import java.util.ArrayList;
import java.util.List;

/** Collects what a rule finds in one call. */
final class CallFindings {

    private boolean exercised;
    private final List<Violation> violations = new ArrayList<>();

    /** The clause was asked. */
    void exercised() {
        exercised = true;
    }

    /**
     * Something is wrong.
     *
     * @param symptom the same words wherever the same thing is wrong
     */
    void violated(String symptom, String reason) {
        exercised = true;
        violations.add(new Violation(symptom, 0, reason));
    }

    Verdict verdict() {
        if (!violations.isEmpty()) {
            return new Verdict(Verdict.Kind.VIOLATED, violations);
        }
        return exercised ? Verdict.HOLDS : Verdict.NOT_EXERCISED;
    }
}
