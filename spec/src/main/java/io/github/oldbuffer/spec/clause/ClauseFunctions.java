package io.github.oldbuffer.spec.clause;

import io.github.oldbuffer.spec.scenario.Function;
import java.util.Arrays;
import java.util.EnumSet;
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
        return switch (clause) {
            case "ALL-1" -> EnumSet.of(Function.CHECK, Function.READ);
            case "ALL-2" -> EnumSet.of(Function.WRITE, Function.READ);
            case "ALL-3" -> EnumSet.allOf(Function.class);
            case "NEW-1", "NEW-3" -> EnumSet.of(Function.READ);
            case "NEW-2", "NEW-4" -> EnumSet.of(Function.WRITE);
            case "NEW-5", "NEW-6" -> EnumSet.noneOf(Function.class);
            default ->
                clause.startsWith("USE-") || clause.startsWith("EXP-")
                        ? EnumSet.noneOf(Function.class)
                        : EnumSet.of(Function.valueOf(clause.substring(0, clause.indexOf('-'))));
        };
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
        Set<Function> functions = of(clause);
        return switch (clause) {
            case "ALL-1" -> Optional.of(Function.CHECK.cName());
            case "ALL-2" -> Optional.of(Function.WRITE.cName());
            case "NEW-5" -> Optional.of("PyObject_GetBuffer");
            case "NEW-6" -> Optional.of("PyArg_ParseTuple");
            case "EXP-1", "EXP-2", "EXP-3", "EXP-4", "EXP-5", "EXP-6", "EXP-7" -> Optional.of("bf_getbuffer");
            default ->
                functions.size() == 1 ? Optional.of(functions.iterator().next().cName()) : Optional.empty();
        };
    }
}
