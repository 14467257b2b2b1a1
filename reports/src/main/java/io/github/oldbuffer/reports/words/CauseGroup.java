package io.github.oldbuffer.reports.words;

import io.github.oldbuffer.spec.results.Cause;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Run;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Findings of one run that have one cause, what matters most first: violations of the contract, deaths, what callers can
 * notice, differences, and what nobody promises.
 */
public record CauseGroup(Cause cause, List<Finding> findings) {

    private static final int NOBODY_PROMISES = 4;

    public CauseGroup {
        findings = List.copyOf(findings);
    }

    /** Groups of the findings that are wanted; the one with what matters most comes first. */
    public static List<CauseGroup> of(Run run, Predicate<Finding> wanted) {
        Map<String, List<Finding>> byCause = run.findings().stream()
                .filter(wanted)
                .sorted(Comparator.comparingInt(finding -> rank(run, finding)))
                .collect(Collectors.groupingBy(
                        finding -> finding.cause().id(), LinkedHashMap::new, Collectors.toList()));
        return byCause.values().stream()
                .map(findings -> new CauseGroup(findings.get(0).cause(), findings))
                .toList();
    }

    private static int rank(Run run, Finding finding) {
        return switch (finding.kind()) {
            case DEATH -> 1;
            case DIFFERENCE -> 3;
            case VIOLATION ->
                run.clause(finding.clause())
                        .map(clause -> switch (clause.level()) {
                            case "contract", "protocol" -> 0;
                            case "reference" -> NOBODY_PROMISES;
                            default -> 2;
                        })
                        .orElse(NOBODY_PROMISES);
        };
    }
}
