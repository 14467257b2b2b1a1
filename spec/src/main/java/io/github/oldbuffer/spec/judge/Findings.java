package io.github.oldbuffer.spec.judge;

import io.github.oldbuffer.spec.judge.Verdict.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects what a rule finds in one case. */
final class Findings {

    private final boolean reasons;
    private boolean exercised;
    private List<Violation> violations = List.of();

    /** @param reasons whether they are wanted; otherwise every reason is empty, for they cost more than the judging */
    Findings(boolean reasons) {
        this.reasons = reasons;
    }

    /** Exercised; says whether the condition is true, so that words are made only where it is not. */
    boolean holds(boolean condition) {
        exercised = true;
        return condition;
    }

    void violated(int step, String symptom, Supplier<String> reason) {
        exercised = true;
        for (Violation violation : violations) {
            if (violation.symptom().equals(symptom)) {
                return;
            }
        }
        List<Violation> more = new ArrayList<>(violations);
        more.add(new Violation(symptom, step, reasons ? reason.get() : ""));
        violations = more;
    }

    Verdict verdict() {
        if (!violations.isEmpty()) {
            return new Verdict(Verdict.Kind.VIOLATED, violations);
        }
        return exercised ? Verdict.HOLDS : Verdict.NOT_EXERCISED;
    }
}
