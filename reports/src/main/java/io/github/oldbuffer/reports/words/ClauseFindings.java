package io.github.oldbuffer.reports.words;

import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.spec.scenario.Function;
import java.util.List;
import java.util.stream.Stream;

/** What stands behind the verdict on a clause. */
public final class ClauseFindings {

    private ClauseFindings() {}

    /**
     * What violates the clause, and where its scenarios died, the deaths in its function; all deaths where none is in its
     * function or where it is about several.
     */
    public static List<Finding> of(Run run, ClauseResult clause) {
        return Stream.concat(run.findings(clause.id()).stream(), deaths(run, clause).stream())
                .toList();
    }

    private static List<Finding> deaths(Run run, ClauseResult clause) {
        if (clause.verdict() != ClauseResult.Verdict.DIED) {
            return List.of();
        }
        List<Finding> all = run.findings().stream()
                .filter(finding -> finding.kind() == Kind.DEATH)
                .toList();
        List<Finding> own = all.stream()
                .filter(death -> Stream.of(Function.values())
                        .anyMatch(function -> clause.id().startsWith(function.name() + "-")
                                && death.function().equals(function.cName())))
                .toList();
        return own.isEmpty() ? all : own;
    }
}
