package io.github.oldbuffer.spec.judge;

import io.github.oldbuffer.spec.judge.Verdict.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects what one rule after the other finds in one case. */
public final class Findings {

    private final boolean reasons;
    private boolean exercised;
    private List<Violation> violations = List.of();

    /** @param reasons whether they are wanted; otherwise every reason is empty, for they cost more than the judging */
    public Findings(boolean reasons) {
        this.reasons = reasons;
    }

    /** Exercised; says whether the condition is true, so that words are made only where it is not. */
    public boolean holds(boolean condition) {
        exercised = true;
        return condition;
    }

    public void violated(int step, String symptom, Supplier<String> reason) {
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

    /** What one rule makes of the case; the next rule starts anew. */
    public Verdict verdict() {
        Verdict verdict = exercised ? Verdict.HOLDS : Verdict.NOT_EXERCISED;
        exercised = false;
        if (!violations.isEmpty()) {
            verdict = new Verdict(Verdict.Kind.VIOLATED, violations);
            violations = List.of();
        }
        return verdict;
    }
}
