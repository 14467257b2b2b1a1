package io.github.oldbuffer.spec.judge;

import io.github.oldbuffer.spec.facts.Exporters;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.transcript.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clauses 10 and 12 of each function, and CHECK-4: references and memory are what they were. */
class CountTests {

    private static String referenceClause(Function function) {
        return function == Function.CHECK ? "CHECK-4" : function + "-10";
    }

    @ParameterizedTest
    @EnumSource(Function.class)
    void referencesAreNeitherKeptNorLost(Function function) {
        String clause = referenceClause(function);
        Play.with(Objects.WRITABLE).call(function).holds(clause);
        Play.with(Objects.NOTHING).call(function).holds(clause);
        Play.with(Objects.WRITABLE)
                .call(function, answer -> answer.references(1))
                .violates(clause, "a reference is kept after success", 1);
        Play.with(Objects.WRITABLE)
                .call(function, answer -> answer.references(-1))
                .violates(clause, "a reference is lost after success", 1);
        Play.with(Objects.STRIDED)
                .call(function, answer -> answer.references(2))
                .violates(clause, "a reference is kept after failure", 1);
        Play.with(Objects.NOTHING)
                .call(function, answer -> answer.references(-2))
                .violates(clause, "a reference is lost after failure", 1);
        Play.with(Objects.WRITABLE)
                .call(function, answer -> answer.references(Event.UNCOUNTED))
                .saysNothingAbout(clause);
    }

    @ParameterizedTest
    @EnumSource(Function.class)
    void onlyTheFunctionsOwnCallsCount(Function function) {
        Function other = function == Function.READ ? Function.CHECK : Function.READ;
        Play.with(Objects.WRITABLE).call(other).saysNothingAbout(referenceClause(function));
    }

    @ParameterizedTest
    @EnumSource(value = Function.class, mode = EnumSource.Mode.EXCLUDE, names = "CHECK")
    void clause12AsksForMemoryLeftAlone(Function function) {
        String clause = function + "-12";
        Play.with(Objects.WRITABLE).call(function).holds(clause);
        Play.with(Objects.STRIDED).call(function).holds(clause);
        Play.with(Objects.WRITABLE)
                .call(function, answer -> answer.damage(0).sample(9, 2, 3, 4))
                .violates(clause, "the call changed the object's memory", 1);
        Play.with(Objects.WRITABLE)
                .call(function, answer -> answer.damage(3))
                .violates(clause, "the call changed the object's memory", 1);
        Play.with(Objects.WRITABLE)
                .call(function, answer -> answer.damage(4))
                .violates(clause, "the call wrote behind the object's memory", 1);
        Play.with(Objects.NOTHING).call(function).saysNothingAbout(clause);
        Play.with(Exporters.refusing(false)).call(function).saysNothingAbout(clause);
    }

    @Test
    void offsetsInStridedMemoryReachFurtherThanItsLength() {
        Play.with(Objects.STRIDED)
                .call(Function.READ, answer -> answer.damage(3))
                .violates("READ-12", "the call changed the object's memory", 1);
    }
}
