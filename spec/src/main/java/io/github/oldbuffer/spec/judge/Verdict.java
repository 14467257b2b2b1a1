package io.github.oldbuffer.spec.judge;

import java.util.List;

/**
 * What one scenario's transcript says about one clause.
 *
 * @param violations empty unless the clause is violated; each symptom once
 */
public record Verdict(Kind kind, List<Violation> violations) {

    public static final Verdict HOLDS = new Verdict(Kind.HOLDS, List.of());
    public static final Verdict NOT_EXERCISED = new Verdict(Kind.NOT_EXERCISED, List.of());

    public Verdict {
        violations = List.copyOf(violations);
    }

    public enum Kind {
        HOLDS,
        VIOLATED,
        NOT_EXERCISED
    }

    /**
     * A violation seen.
     *
     * @param symptom what is wrong, in words that are the same wherever the same thing is wrong: deviations are filed by
     *     clause and symptom
     * @param step index of the step that showed it
     * @param reason what was expected and what happened, in this scenario
     */
    public record Violation(String symptom, int step, String reason) {}
}
