package io.github.oldbuffer.spec.clause;

import io.github.oldbuffer.spec.scenario.Function;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which of the four functions a clause is about. */
public final class ClauseFunctions {

    private ClauseFunctions() {}

    /** The clauses that are about any of these functions, in the order in which clauses are listed. */
    public static List<String> clausesAbout(Set<Function> functions) {
        return Clauses.all().stream()
                .map(Clause::id)
                .filter(clause -> of(clause).stream().anyMatch(functions::contains))
                .toList();
    }

    /** The functions that a clause is about; none where it is about the new protocol alone, about consumers or exporters. */
    public static Set<Function> of(String clause) {
        return Clauses.functions(clause);
    }

    /**
     * Of clauses that say the same of several functions, the one about this function: written as a list, so that each is
     * found by its id.
     */
    public static String about(Function function, String... clauses) {
        return Arrays.stream(clauses)
                .filter(clause -> clause.startsWith(function + "-"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("none of the clauses is about " + function));
    }

    /** The C function that a violation is filed under; empty where that depends on the step. */
    public static Optional<String> subject(String clause) {
        return Clauses.subject(clause);
    }
}
