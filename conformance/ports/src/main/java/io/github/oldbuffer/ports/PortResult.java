package io.github.oldbuffer.ports;

import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.suite.search.Explored;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was found of a port.
 *
 * @param explored what it does by the contract, where it differs from CPython's own functions, and what is known because
 *     they do the same
 * @param ofClauses scenarios about clauses
 * @param compared scenarios that the port and CPython's own functions ran to their end; -1 where nobody compared
 * @param givenUp functions of which some calls were made no more, because they had killed the process often enough
 * @param better clauses that hold and that CPython's own functions deviate from, with how often
 */
public record PortResult(
        Explored explored, long ofClauses, long compared, Set<Function> givenUp, Map<String, Long> better) {
    public PortResult {
        givenUp = Set.copyOf(givenUp);
        better = new TreeMap<>(better);
    }

    /** Without the findings that show only under circumstances that nobody asks about. */
    public PortResult without(Set<Circumstance> ignored) {
        List<Finding> kept = explored.run().findings().stream()
                .filter(finding -> finding.known() || Collections.disjoint(Circumstance.of(finding), ignored))
                .toList();
        Explored left = new Explored(explored.run().withFindings(kept), explored.lost());
        return new PortResult(left, ofClauses, compared, givenUp, better);
    }

    /** Whether it differs only where no correct program can notice. */
    public boolean faithful() {
        return explored.run().findings().stream()
                .allMatch(
                        finding -> finding.known() || !Circumstance.of(finding).isEmpty());
    }

    /** Functions of which some calls were made no more, in the order in which functions are listed. */
    public Set<Function> functionsGivenUp() {
        return new TreeSet<>(givenUp);
    }
}
