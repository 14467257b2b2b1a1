package io.github.oldbuffer.mutants;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A mistake: what a function answers instead of what the document says. */
@FunctionalInterface
interface Fault {
    Answer instead(Asked asked, Answer lawful);

    /** The mistake is made only where the call is of some sort. */
    static Fault where(Predicate<Asked> sort, Fault fault) {
        return (asked, lawful) -> sort.test(asked) ? fault.instead(asked, lawful) : lawful;
    }

    /** The mistake is made where the call should succeed. */
    static Fault onSuccess(Predicate<Asked> sort, Fault fault) {
        return (asked, lawful) -> lawful.succeeded() && sort.test(asked) ? fault.instead(asked, lawful) : lawful;
    }

    /** The mistake is made where the call should fail. */
    static Fault onFailure(Predicate<Asked> sort, UnaryOperator<Answer> change) {
        return (asked, lawful) -> !lawful.succeeded() && sort.test(asked) ? change.apply(lawful) : lawful;
    }

    /** Success where the object has memory of some sort, whatever else speaks against it. */
    static Fault granting(Predicate<Asked> sort) {
        return (asked, lawful) -> !lawful.succeeded() && sort.test(asked)
                ? Answer.success(asked.view().buf(), asked.view().len())
                : lawful;
    }
}
