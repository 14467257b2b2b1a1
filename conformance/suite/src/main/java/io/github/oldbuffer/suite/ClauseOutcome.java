package io.github.oldbuffer.suite;

import io.github.oldbuffer.reports.results.Run.Overall;
import io.github.oldbuffer.suite.coverage.Covered;
import java.util.List;

/**
 * What a run found about one clause.
 *
 * @param verdict VIOLATED where there is a violation, known or not; NOT_EXERCISED where otherwise something is missing
 * @param ran scenarios that were run for it, those of shrinking left out
 * @param unsupported how many of them the implementation did not support
 * @param exercised how many of them said something about the clause
 * @param missing what its property must have seen and has not
 * @param violations each symptom once; the known ones first
 * @param crashes deaths that its property met, each symptom once; the known ones first
 * @param covered the part of the space of scenarios that the implementation came by
 */
public record ClauseOutcome(
        String clause,
        Overall verdict,
        long ran,
        long unsupported,
        long exercised,
        List<String> missing,
        List<Deviation> violations,
        List<Deviation> crashes,
        Covered covered) {
    public ClauseOutcome {
        missing = List.copyOf(missing);
        violations = List.copyOf(violations);
        crashes = List.copyOf(crashes);
    }

    static ClauseOutcome of(ExecutionEnd end, List<Deviation> deviations) {
        List<String> missing = end.missing();
        List<Deviation> violations =
                deviations.stream().filter(found -> found.death().isEmpty()).toList();
        List<Deviation> crashes =
                deviations.stream().filter(found -> found.death().isPresent()).toList();
        Overall verdict =
                !violations.isEmpty() ? Overall.VIOLATED : missing.isEmpty() ? Overall.HOLDS : Overall.NOT_EXERCISED;
        return new ClauseOutcome(
                end.clause(),
                verdict,
                end.ran(),
                end.unsupported(),
                end.exercised(),
                missing,
                violations,
                crashes,
                end.covered());
    }

    /** Whether nothing stands against the implementation but what is on file, and the clause was exercised. */
    public boolean conforms() {
        return verdict != Overall.NOT_EXERCISED
                && violations.stream().allMatch(found -> found.known().isPresent())
                && crashes.stream().allMatch(found -> found.known().isPresent());
    }
}
