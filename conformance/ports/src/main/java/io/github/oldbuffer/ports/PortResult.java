package io.github.oldbuffer.ports;

import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.suite.Deviation;
import io.github.oldbuffer.suite.SuiteResult;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What was found of a port.
 *
 * @param suite the contract's answer; what CPython does as well is known there, and what CPython does and the port does
 *     not is stale
 * @param differences from CPython's own functions; empty where nobody asked
 * @param compared scenarios that both ran to find them
 * @param crashes deaths that the comparison met and the suite did not
 * @param givenUp functions that killed their process so often that they were called no more
 */
public record PortResult(
        SuiteResult suite,
        List<FoundDifference> differences,
        long compared,
        List<Deviation> crashes,
        Set<Function> givenUp) {
    public PortResult {
        differences = List.copyOf(differences);
        crashes = List.copyOf(crashes);
        givenUp = givenUp.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(givenUp));
    }

    /** Whether a clause is violated, or the port died, where CPython is and does not. */
    public boolean deviates() {
        return !crashes.isEmpty()
                || suite.clauses().stream()
                        .anyMatch(clause -> clause.violations().stream()
                                        .anyMatch(found -> found.known().isEmpty())
                                || clause.crashes().stream()
                                        .anyMatch(found -> found.known().isEmpty()));
    }
}
