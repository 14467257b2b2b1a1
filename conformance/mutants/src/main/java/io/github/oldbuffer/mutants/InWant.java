package io.github.oldbuffer.mutants;

import io.github.oldbuffer.spec.clause.Clause;
import java.util.List;

/**
 * A clause that nothing shows to be able to fail: it has too few mutants.
 *
 * @param mutants how many it has, fewer than {@value #LEAST}
 */
public record InWant(Clause clause, int mutants) {
    /** How many mutants a clause has at least. */
    public static final int LEAST = 2;

    /** The clauses that have too few of these mutants, in the order in which clauses are listed. */
    public static List<InWant> among(List<Clause> clauses, List<Mutant> mutants) {
        return clauses.stream()
                .map(clause -> new InWant(clause, (int) mutants.stream()
                        .filter(mutant -> mutant.clause().equals(clause.id()))
                        .count()))
                .filter(want -> want.mutants() < LEAST)
                .toList();
    }

    /** What to add, and where, in a few sentences. */
    public String message() {
        return clause.id() + " has " + mutants + " of at least " + LEAST
                + " mutants, so nothing shows that it can fail: \""
                + clause.statement() + "\" Add to a list that Mutants.all() joins (package "
                + InWant.class.getPackageName()
                + ") such as Mutant.of(\"" + clause.id()
                + "\", \"what-is-wrong\", Function.READ, Fault..., \"what is wrong,"
                + " in a sentence\"): the model with one mistake that breaks this clause and, but for what alsoBreaking"
                + " names, no other. Then mvn verify -Pstrength measures how long it lives.";
    }
}
