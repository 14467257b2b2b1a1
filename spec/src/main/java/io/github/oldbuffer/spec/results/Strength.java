package io.github.oldbuffer.spec.results;

import java.util.List;

/**
 * What shows that the clauses can fail: implementations made wrong on purpose, and how soon the suite found them out.
 *
 * @param tries scenarios that the property of a clause had
 * @param seeds how many runs each mutant went through
 * @param mutants in the order in which clauses are listed
 */
public record Strength(int tries, int seeds, List<Mutant> mutants) {
    public Strength {
        mutants = List.copyOf(mutants);
    }

    /**
     * The model with one declared mistake.
     *
     * @param name such as {@code READ-11/forgets-the-release}
     * @param clause whose property has to find it out
     * @param sentence what is wrong, for people
     * @param killed with how many of the seeds it was found out
     * @param median scenarios that this took; 0 where it never happened
     * @param worst the most scenarios that it took
     * @param others ids of further clauses that it violated
     */
    public record Mutant(
            String name, String clause, String sentence, int killed, int median, int worst, List<String> others) {
        public Mutant {
            others = List.copyOf(others);
        }
    }
}
