package io.github.oldbuffer.ports;

import io.github.oldbuffer.ports.build.Port;
import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.scenario.Function;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which clauses speak about a port that has some of the four functions only. */
public final class PortClauses {

    private PortClauses() {}

    /** The clauses that a port with these functions is judged by, in the order in which clauses are listed. */
    public static List<String> of(Set<Function> functions) {
        return Clauses.all().stream()
                .map(Clause::id)
                .filter(clause -> functions(clause).stream().anyMatch(functions::contains))
                .toList();
    }

    /**
     * The clauses that a port is judged by: not what becomes of the outputs on failure, where an adapter fills them.
     */
    public static List<String> of(Port port) {
        Set<String> ofAdapters =
                port.adapted().stream().filter(Function::hasOutputs).map(function -> function + "-8").collect(Collectors.toSet());
        return of(port.names().keySet()).stream()
                .filter(clause -> !ofAdapters.contains(clause))
                .toList();
    }

    /** The functions that a clause is about; none where it is about the new protocol alone. */
    static Set<Function> functions(String clause) {
        return switch (clause) {
            case "ALL-1" -> EnumSet.of(Function.CHECK, Function.READ);
            case "ALL-2" -> EnumSet.of(Function.WRITE, Function.READ);
            case "ALL-3" -> EnumSet.allOf(Function.class);
            case "NEW-1", "NEW-3" -> EnumSet.of(Function.READ);
            case "NEW-2", "NEW-4" -> EnumSet.of(Function.WRITE);
            case "NEW-5" -> EnumSet.noneOf(Function.class);
            default -> EnumSet.of(Function.valueOf(clause.substring(0, clause.indexOf('-'))));
        };
    }
}
