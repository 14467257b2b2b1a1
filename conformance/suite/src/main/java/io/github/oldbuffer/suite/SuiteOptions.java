package io.github.oldbuffer.suite;

import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What a run of the suite is to do.
 *
 * @param tries scenarios for each clause, at least 1; below {@link #DEMANDING} too few to ask for special ones
 * @param seed of every random choice
 * @param clauses ids, kept in the order in which clauses are listed; empty for every clause
 */
public record SuiteOptions(int tries, long seed, List<String> clauses) {

    /** From this many tries on a property that never saw what its clause is about proves nothing. */
    public static final int DEMANDING = 100;

    /** 1000 tries for every clause, with a seed that stays the same so that nothing flakes. */
    public static final SuiteOptions DEFAULT = new SuiteOptions(1_000, 1, List.of());

    public SuiteOptions {
        if (tries < 1) {
            throw new IllegalArgumentException("a clause needs at least 1 try, not " + tries);
        }
        List<String> all = Clauses.all().stream().map(Clause::id).toList();
        for (String clause : clauses) {
            if (!all.contains(clause)) {
                throw new IllegalArgumentException("no clause is called " + clause);
            }
        }
        List<String> wanted = List.copyOf(clauses);
        clauses = wanted.isEmpty() ? all : all.stream().filter(wanted::contains).toList();
    }

    /** The seed of a clause's scenarios, or a theme's: it does not depend on which others run. */
    public long seed(String clause) {
        return new SplittableRandom(seed * 31 + clause.hashCode()).nextLong();
    }
}
