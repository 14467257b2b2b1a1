package io.github.oldbuffer.mutants;

import io.github.oldbuffer.model.ModelImplementation;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.scenario.Function;
import java.util.List;
import java.util.function.Supplier;

/**
 * The model with one declared mistake.
 *
 * @param clause the clause that the mistake breaks
 * @param fault what is wrong, as a part of a name: {@code forgets-the-release}
 * @param alsoBreaks clauses that cannot but break with it, such as those that compare the function with another
 * @param sentence what is wrong, for people
 * @param behaviour makes what the model runs instead
 */
public record Mutant(
        String clause, String fault, List<String> alsoBreaks, String sentence, Supplier<Behaviour> behaviour) {
    /** What an id of a mutant begins with. */
    public static final String FAMILY = "mutant:";

    public Mutant {
        alsoBreaks = List.copyOf(alsoBreaks);
    }

    static Mutant of(String clause, String fault, Function wrong, Fault mistake, String sentence) {
        return new Mutant(clause, fault, List.of(), sentence, () -> Behaviour.of(wrong, mistake));
    }

    Mutant alsoBreaking(String... clauses) {
        return new Mutant(clause, fault, List.of(clauses), sentence, behaviour);
    }

    /** Such as {@code READ-11/forgets-the-release}. */
    public String name() {
        return clause + "/" + fault;
    }

    /** The implementation's id. */
    public String id() {
        return FAMILY + name();
    }

    /** A new implementation that makes the mistake; it remembers nothing of earlier ones. */
    public Implementation open() {
        Behaviour wrong = behaviour.get();
        return new ModelImplementation(
                new Identity(id(), "Mutant of the model", "1"), wrong.functions(), wrong.protocol());
    }
}
