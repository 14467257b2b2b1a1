package io.github.oldbuffer.mutants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.clause.Level;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.ImplementationProvider;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.scenario.Function;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The mutants as a collection: enough of them, well named, and to be had by id. */
class MutantsTests {
    @Test
    void everyClauseHasTwo() {
        assertEquals(
                "",
                InWant.among(Clauses.all(), Mutants.all()).stream()
                        .map(InWant::message)
                        .collect(Collectors.joining("\n")));
    }

    @Test
    void aClauseWithoutMutantsIsToldWithWhatToAdd() {
        Clause lonely = clause("READ-99", "the call sings");
        List<Clause> book = List.of(Clauses.find("READ-1").orElseThrow(), clause("READ-98", "it hums"), lonely);
        Mutant hums =
                Mutant.of("READ-98", "is-silent", Function.READ, Fault.where(asked -> true, (a, b) -> b), "silent");
        List<Mutant> mutants =
                Stream.concat(Mutants.all().stream(), Stream.of(hums)).toList();

        List<InWant> inWant = InWant.among(book, mutants);
        assertEquals(List.of(new InWant(book.get(1), 1), new InWant(lonely, 0)), inWant);
        assertEquals(
                "READ-99 has 0 of at least 2 mutants, so nothing shows that it can fail: \"the call sings\" Add to a list"
                        + " that Mutants.all() joins (package io.github.oldbuffer.mutants) such as"
                        + " Mutant.of(\"READ-99\", \"what-is-wrong\", Function.READ, Fault..., \"what is wrong, in a"
                        + " sentence\"): the model with one mistake that breaks this clause and, but for what alsoBreaking"
                        + " names, no other. Then mvn verify -Pstrength measures how long it lives.",
                inWant.get(1).message());
    }

    private static Clause clause(String id, String statement) {
        return new Clause(id, Level.CONTRACT, statement, "made up", Optional.empty(), List.of(), "", "the choir");
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
