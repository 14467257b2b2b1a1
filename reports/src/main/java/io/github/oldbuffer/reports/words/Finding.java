package io.github.oldbuffer.reports.words;

import io.github.oldbuffer.reports.results.Evidence;
import io.github.oldbuffer.reports.results.Filed;
import io.github.oldbuffer.reports.results.Run;
import java.util.ArrayList;
import java.util.List;

/**
 * A violation or a death, told alike.
 *
 * @param level the word of the clause's level; empty where the run says nothing about the clause
 * @param reason what was expected and what happened
 * @param why the reason on file; {@code null} where it is not known
 * @param filed the entry on file; {@code null} where it is not known or nobody noted it
 * @param evidence {@code null} where nobody recorded it
 */
public record Finding(
        String clause,
        String level,
        String symptom,
        String reason,
        boolean death,
        boolean known,
        String why,
        Filed filed,
        String witness,
        Evidence evidence) {

    /** Everything found in a run, clause by clause, deaths at the end. */
    public static List<Finding> in(Run run) {
        List<Finding> findings = new ArrayList<>();
        for (Run.ClauseResult clause : run.clauses()) {
            for (Run.ViolationResult found : clause.violations()) {
                findings.add(new Finding(
                        clause.id(),
                        clause.level(),
                        found.symptom(),
                        found.reason(),
                        false,
                        found.known(),
                        found.why(),
                        found.filed(),
                        found.witness(),
                        found.evidence()));
            }
        }
        for (Run.Crash crash : run.crashes()) {
            findings.add(new Finding(
                    crash.clause(),
                    level(run, crash.clause()),
                    crash.symptom(),
                    crash.kind() + " (" + crash.signal() + "); no implementation may die.",
                    true,
                    crash.known(),
                    crash.why(),
                    crash.filed(),
                    crash.witness(),
                    crash.evidence()));
        }
        return List.copyOf(findings);
    }

    private static String level(Run run, String clause) {
        return run.clauses().stream()
                .filter(result -> result.id().equals(clause))
                .map(Run.ClauseResult::level)
                .findFirst()
                .orElse("");
    }
}
