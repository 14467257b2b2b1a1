package io.github.oldbuffer.consumers;

import io.github.oldbuffer.consumers.worker.Inspection;
import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import io.github.oldbuffer.spec.results.Finding;
import java.util.List;
import java.util.Map;

/**
 * What is said of each clause about consumers.
 *
 * @param unlike whether the same bytes gave different results
 * @param stopped whether the function was given up because it had killed enough processes
 */
record ClauseVerdicts(Inspection inspection, boolean large, boolean unlike, boolean stopped) {

    /** @param died whether a call died in a way that no clause speaks of */
    List<ClauseResult> of(Map<String, Long> exercised, List<Finding> findings, boolean died) {
        return Clauses.ofConsumers().stream()
                .map(clause -> of(clause, exercised.getOrDefault(clause.id(), 0L), findings, died))
                .toList();
    }

    private ClauseResult of(Clause clause, long exercised, List<Finding> findings, boolean died) {
        String level = clause.level().word();
        if (findings.stream().anyMatch(finding -> clause.id().equals(finding.clause()))) {
            return new ClauseResult(clause.id(), level, Verdict.VIOLATED, null, exercised);
        }
        if (died && clause.id().equals("USE-1")) {
            return new ClauseResult(
                    clause.id(), level, Verdict.DIED, "the process died of objects that bytes stand for", exercised);
        }
        if (exercised == 0 && stopped && asked(clause.id())) {
            return new ClauseResult(
                    clause.id(),
                    level,
                    Verdict.NOT_EXERCISED,
                    "not asked: the function had killed enough processes",
                    0);
        }
        return exercised > 0
                ? new ClauseResult(clause.id(), level, Verdict.HOLDS, null, exercised)
                : new ClauseResult(clause.id(), level, Verdict.NOT_APPLICABLE, reason(clause.id()), 0);
    }

    /** Whether any scenario would have asked about a clause, had the function not been given up. */
    private boolean asked(String clause) {
        return switch (clause) {
            case "USE-7" -> inspection.counts();
            case "USE-11" -> false;
            default -> true;
        };
    }

    private String reason(String clause) {
        return switch (clause) {
            case "USE-7" -> inspection.counts() ? "no call came to an end" : "this interpreter counts no references";
            case "USE-11" -> large ? "the length of zeros makes no difference to the function" : "only with --large";
            default ->
                unlike
                        ? "the same bytes give different results, which cannot be compared"
                        : "nothing that the function was given bears on it";
        };
    }
}
