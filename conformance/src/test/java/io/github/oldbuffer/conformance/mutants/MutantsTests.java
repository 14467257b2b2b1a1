package io.github.oldbuffer.conformance.mutants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.ImplementationProvider;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The mutants as a collection: enough of them, well named, and to be had by id. */
class MutantsTests {
    @Test
    void everyClauseHasTwo() {
        List<String> inWant = Mutants.clausesInWant();
        assertTrue(
                inWant.isEmpty(),
                () -> "add to the package conformance.mutants at least " + Mutants.FOR_EACH_CLAUSE
                        + " mutants that break the clause, for each of: " + String.join(", ", inWant));
    }

    @Test
    void namesAreUniqueAndClausesExist() {
        Set<String> names = new HashSet<>();
        for (Mutant mutant : Mutants.all()) {
            assertTrue(names.add(mutant.name()), mutant.name());
            assertTrue(mutant.fault().matches("[a-z0-9]+(-[a-z0-9]+)*"), mutant.name());
            assertTrue(Clauses.find(mutant.clause()).isPresent(), mutant.name());
            mutant.alsoBreaks()
                    .forEach(clause -> assertTrue(Clauses.find(clause).isPresent(), mutant.name() + ": " + clause));
        }
    }

    @Test
    void theyAreFoundByIdAndOfferedAsAFamily() throws UnavailableException {
        ImplementationProvider provider = ServiceLoader.load(ImplementationProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(MutantProvider.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertTrue(provider.offers().stream().allMatch(ImplementationProvider.Offer::pattern));
        for (Mutant mutant : Mutants.all()) {
            try (Implementation implementation = provider.open(mutant.id())) {
                assertEquals(mutant.id(), implementation.identity().id());
            }
        }
        assertThrows(UnavailableException.class, () -> provider.open("mutant:READ-1/does-not-exist"));
    }
}
