package io.github.oldbuffer.spec.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.ViewOperation.Slice;
import io.github.oldbuffer.spec.facts.Exporters;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Counts;
import io.github.oldbuffer.spec.transcript.Damage;
import io.github.oldbuffer.spec.transcript.Event;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    void everyObjectsCountIsItsOwn(Function function) {
        String clause = referenceClause(function);
        Play kept = Play.with(Objects.WRITABLE)
                .step(new Step.Make(1, Objects.NOTHING))
                .call(function, answer -> answer.other(1, 0, -1));
        kept.violates(clause, "a reference to another object is lost after success", 2);
        assertTrue(
                kept.verdict(clause)
                        .violations()
                        .get(0)
                        .reason()
                        .endsWith(": the reference count of o1 went down by 1 in a call on o0"),
                () -> kept.verdict(clause).toString());
        Play.with(Objects.STRIDED)
                .call(function, answer -> answer.other(0, 1, 2))
                .violates(clause, "a reference to an object inside it is kept after failure", 1);
        Play.with(Objects.STRIDED)
                .call(function, answer -> answer.other(0, 1, Event.UNCOUNTED))
                .holds(clause);
        Play.with(Objects.WRITABLE)
                .call(function, answer -> answer.others(Counts.UNCOUNTED))
                .holds(clause);
    }

    /** Two mistakes are two, although the sum is 0. */
    @Test
    void anotherObjectsCountDoesNotMakeUpForIt() {
        Play both = Play.with(Objects.WRITABLE)
                .step(new Step.Make(1, Objects.NOTHING))
                .call(Function.READ, answer -> answer.references(1).other(1, 0, -1));
        assertEquals(
                Map.of(
                        "READ-10",
                        List.of(
                                "a reference is kept after success",
                                "a reference to another object is lost after success")),
                both.symptoms());
    }

    @Test
    void whatFollowsFromAnotherCountIsNotToldAgain() {
        Play.with(Objects.STRIDED)
                .call(Function.READ, answer -> answer.references(1).other(0, 1, 1))
                .violates("READ-10", "a reference is kept after failure", 1);
        Play.with(Objects.WRITABLE)
                .step(new Step.Make(1, Objects.STRIDED))
                .call(Function.READ, answer -> answer.other(1, 0, 1).other(1, 1, -1))
                .violates("READ-10", "a reference to another object is kept after success", 2);
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

    private static final Exporter SLICE = Objects.view(new ByteArray(12, 1, false), new Slice(5L, 9L, 1));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2  | -3 | in front of | byte 2 of the 12 bytes that it stands on, 3 bytes in front of its first item
            4  | -1 | in front of | byte 4 of the 12 bytes that it stands on, 1 byte in front of its first item
            5  | 0  | changed     | byte 5 of the 12 bytes that it stands on, where its first item begins
            7  | 2  | changed     | byte 7 of the 12 bytes that it stands on, 2 bytes behind the start of its first item
            9  | 4  | behind      | byte 9 of the 12 bytes that it stands on, 4 bytes behind the start of its first item
            12 | 7  | behind      | byte 12, behind the 12 bytes that it stands on, 7 bytes behind the start of its first item
            -2 | -7 | in front of | byte -2, in front of the 12 bytes that it stands on, 7 bytes in front of its first item
            """)
    void everyPlaceHasOneName(long offset, long fromFirst, String where, String place) {
        Play play = Play.with(SLICE).call(Function.READ, answer -> answer.damage(new Damage(offset, fromFirst)));
        String symptom = where.equals("changed")
                ? "the call changed the object's memory"
                : "the call wrote " + where + " the object's memory";
        play.violates("READ-12", symptom, 1);
        String reason = play.verdict("READ-12").violations().get(0).reason();
        assertTrue(reason.endsWith("changed " + place), reason);
    }

    @Test
    void withNegativeStridesTheFirstItemIsNotTheLowest() {
        Exporter reversed = Objects.view(new ByteArray(12, 1, false), new Slice(8L, 4L, -1));
        Play.with(reversed)
                .call(Function.READ, answer -> answer.damage(new Damage(5L, -3)))
                .violates("READ-12", "the call changed the object's memory", 1);
        Play.with(reversed)
                .call(Function.READ, answer -> answer.damage(new Damage(4L, -4)))
                .violates("READ-12", "the call wrote in front of the object's memory", 1);
        Play.with(reversed)
                .call(Function.READ, answer -> answer.damage(new Damage(9L, 1)))
                .violates("READ-12", "the call wrote behind the object's memory", 1);
    }

    @Test
    void offsetsInStridedMemoryReachFurtherThanItsLength() {
        Play.with(Objects.STRIDED)
                .call(Function.READ, answer -> answer.damage(2))
                .violates("READ-12", "the call changed the object's memory", 1);
        Play.with(Objects.STRIDED)
                .call(Function.READ, answer -> answer.damage(3))
                .violates("READ-12", "the call wrote behind the object's memory", 1);
    }
}
