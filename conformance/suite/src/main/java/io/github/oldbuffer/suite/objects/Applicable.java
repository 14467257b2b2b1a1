package io.github.oldbuffer.suite.objects;

import io.github.oldbuffer.spec.clause.ClauseFunctions;
import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.spec.transcript.Told;
import java.util.List;
import java.util.Set;

/** Says of clauses that nothing about one object could exercise why that is so. */
public final class Applicable {

    /** What can be seen only of objects that can be resized, released or closed, or that record. */
    private static final Set<String> EXPORTS = Set.of("CHAR-11", "READ-11", "WRITE-11", "CHECK-5", "NEW-5");

    private static final Set<String> COUNTS = Set.of("CHAR-10", "READ-10", "WRITE-10", "CHECK-4");

    private Applicable() {}

    /**
     * The results of a run about one object.
     *
     * @param atTheBorder whether the implementation did not survive C being handed the object
     */
    public static List<ClauseResult> of(List<ClauseResult> clauses, Told told, boolean atTheBorder) {
        return clauses.stream()
                .map(clause -> clause.verdict() == Verdict.NOT_EXERCISED && clause.scenarios() == 0
                        ? new ClauseResult(
                                clause.id(),
                                clause.level(),
                                Verdict.NOT_APPLICABLE,
                                why(clause.id(), told, atTheBorder),
                                0)
                        : clause)
                .toList();
    }

    /** Whether something was found where C was handed the object. */
    public static boolean atTheBorder(Run run, String border) {
        return run.findings().stream().anyMatch(finding -> finding.function().equals(border));
    }

    private static String why(String clause, Told told, boolean atTheBorder) {
        if (atTheBorder) {
            return "the implementation dies when C is handed the object, before any function is called";
        } else if (EXPORTS.contains(clause)) {
            return "nothing about the object shows its exports: no step resizes, releases or closes it";
        } else if (COUNTS.contains(clause)) {
            return "this implementation does not count the references of such an object";
        }
        return "the object " + memory(told) + ", of which "
                + (about(clause) ? "the clause does not speak" : "nothing follows");
    }

    private static boolean about(String clause) {
        return !ClauseFunctions.of(clause).isEmpty();
    }

    private static String memory(Told told) {
        return switch (told.memory()) {
            case NONE -> "offers no memory";
            case UNKNOWN -> "gives no memoryview that would tell of its memory";
            case SOME -> "offers " + (told.readonly() ? "read-only" : "writable") + " memory";
        };
    }
}
