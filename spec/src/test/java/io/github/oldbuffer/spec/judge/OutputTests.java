package io.github.oldbuffer.spec.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.spec.exporter.Mmap;
import io.github.oldbuffer.spec.facts.Exporters;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.transcript.Pointer;
import io.github.oldbuffer.spec.transcript.Sample;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clauses 4, 5, 8 and 9 of each function: what is written to the outputs, and what is left set. */
class OutputTests {

    private static final String WRONG_BYTES = "the bytes there are not the object's";

    @ParameterizedTest
    @EnumSource(value = Function.class, mode = EnumSource.Mode.EXCLUDE, names = "CHECK")
    void clause4AsksForTheMemorysPlace(Function function) {
        String clause = function + "-4";
        Play.with(Objects.WRITABLE).call(function).holds(clause);
        Play.with(Objects.HUGE).call(function).holds(clause);
        pointer(function, answer -> answer.pointer(Pointer.UNTOUCHED).sample(Sample.NONE), "the pointer was not set");
        pointer(function, answer -> answer.pointer(Pointer.NULL).sample(Sample.NONE), "the pointer is NULL");
        pointer(
                function,
                answer -> answer.pointer(Pointer.elsewhere(0)).sample(Sample.UNREADABLE),
                "the pointer leads to no readable memory");
        pointer(
                function,
                answer -> answer.pointer(Pointer.within(9)).sample(Sample.UNREADABLE),
                "the pointer leads to no readable memory");
        pointer(function, answer -> answer.pointer(Pointer.within(1)).sample(2, 3, 4, 5), WRONG_BYTES);
        pointer(function, answer -> answer.pointer(Pointer.elsewhere(0)).sample(1, 2, 3, 5), WRONG_BYTES);
        pointer(function, answer -> answer.pointer(Pointer.elsewhere(0)).sample(0, 2, 3, 4), WRONG_BYTES);
        Play.with(Objects.EMPTY).call(function).saysNothingAbout(clause);
        Play.with(Objects.STRIDED).call(function).saysNothingAbout(clause);
        Play.with(Objects.WRITABLE)
                .call(function, answer -> answer.failed(Answer.TYPE_ERROR))
                .saysNothingAbout(clause);
    }

    private static void pointer(Function function, UnaryOperator<Answer> spoil, String symptom) {
        Play.with(Objects.WRITABLE).call(function, spoil).violates(function + "-4", symptom, 1);
    }

    @Test
    void anotherPlaceInSparseMemoryIsSeenAlthoughAllBytesAreZero() {
        Play.with(Objects.HUGE)
                .call(Function.READ, answer -> answer.pointer(Pointer.within(4096)))
                .violates("READ-4", WRONG_BYTES, 1);
    }

    @Test
    void anEmptyMemoryHasAnyAddress() {
        Play.with(Objects.EMPTY)
                .call(Function.READ, answer -> answer.pointer(Pointer.NULL))
                .holds("READ-1");
        Play.with(Objects.EMPTY)
                .call(Function.READ, answer -> answer.pointer(Pointer.elsewhere(3)))
                .holds("READ-5");
        Play.with(Objects.EMPTY)
                .call(Function.READ, answer -> answer.pointer(Pointer.UNTOUCHED))
                .holds("READ-5");
    }

    @Test
    void memoryOfAnImplementationThatCannotTellWhereItIsMayBeElsewhere() {
        Play.with(Objects.WRITABLE)
                .call(Function.READ, answer -> answer.pointer(Pointer.elsewhere(0)))
                .holds("READ-4");
    }

    @ParameterizedTest
    @EnumSource(value = Function.class, mode = EnumSource.Mode.EXCLUDE, names = "CHECK")
    void clause5AsksForTheLengthInBytes(Function function) {
        String clause = function + "-5";
        Play.with(Objects.SHORTS).call(function).holds(clause);
        Play.with(Objects.EMPTY).call(function).holds(clause);
        length(function, answer -> answer.length(null).sample(Sample.NONE), "the length was not set");
        length(function, answer -> answer.length(3L).sample(1, 2, 3), "the length counts items, not bytes");
        length(function, answer -> answer.length(5L).sample(1, 2, 3, 4, 5), "the length is too small");
        length(function, answer -> answer.length(7L).sample(1, 2, 3, 4, 5, 6, 0), "the length is too large");
        length(function, answer -> answer.length(-1L).sample(Sample.NONE), "the length is too small");
        length(function, answer -> answer.length(1L << 60).sample(Sample.UNREADABLE), "the length is too large");
        Play.with(Objects.NOTHING).call(function).saysNothingAbout(clause);
        Play.with(Objects.WRITABLE)
                .call(function, answer -> answer.failed(Answer.TYPE_ERROR))
                .saysNothingAbout(clause);
    }

    private static void length(Function function, UnaryOperator<Answer> spoil, String symptom) {
        Play.with(Objects.SHORTS).call(function, spoil).violates(function + "-5", symptom, 1);
    }

    @Test
    void aLengthCutTo32BitsIsTold() {
        Play.with(Objects.HUGE)
                .call(Function.READ, answer -> answer.length(7L).sample(0, 0, 0, 0, 0, 0, 0))
                .violates("READ-5", "the length is cut to 32 bits", 1);
        Play.with(new Mmap(Mmap.Access.READ, 3L << 30, 0))
                .call(Function.READ, answer -> answer.length(-(1L << 30)).sample(Sample.NONE))
                .violates("READ-5", "the length is cut to 32 bits", 1);
        Play.with(new Mmap(Mmap.Access.READ, 7L << 30, 0))
                .call(Function.READ, answer -> answer.length(3L << 30))
                .violates("READ-5", "the length is cut to 32 bits", 1);
    }

    @Test
    void clauses4And5AreJudgedWhereSuccessIsLeftOpenButGiven() {
        Play.with(Objects.WRITING_OPEN, true).call(Function.WRITE).holds("WRITE-4");
        Play.with(Objects.WRITING_OPEN, true)
                .call(Function.WRITE, answer -> answer.sample(9, 9, 9, 9, 9, 9, 9, 9))
                .violates("WRITE-4", WRONG_BYTES, 1);
        Play.with(Objects.EMPTY_ODD, true)
                .call(Function.READ, answer -> answer.length(2L).sample(1, 2))
                .violates("READ-5", "the length is too large", 1);
        Play.with(Objects.EMPTY_ODD).call(Function.READ).saysNothingAbout("READ-5");
    }

    @ParameterizedTest
    @EnumSource(value = Function.class, mode = EnumSource.Mode.EXCLUDE, names = "CHECK")
    void clause8AsksForOutputsLeftAloneOnFailure(Function function) {
        String clause = function + "-8";
        Play.with(Objects.NOTHING).call(function).holds(clause);
        Play.with(Objects.NOTHING)
                .call(function, answer -> answer.pointer(Pointer.NULL))
                .violates(clause, "the pointer was written on failure", 1);
        Play.with(Objects.STRIDED)
                .call(function, answer -> answer.length(0L))
                .violates(clause, "the length was written on failure", 1);
        assertEquals(
                Map.of(clause, List.of("the pointer was written on failure", "the length was written on failure")),
                Play.with(Exporters.refusing(false))
                        .call(
                                function,
                                answer -> answer.pointer(Pointer.within(0)).length(8L))
                        .symptoms());
        Play.with(Objects.EMPTY_ODD)
                .call(function, answer -> answer.pointer(Pointer.NULL))
                .violates(clause, "the pointer was written on failure", 1);
        Play.with(Objects.WRITABLE).call(function).saysNothingAbout(clause);
    }

    @ParameterizedTest
    @EnumSource(value = Function.class, mode = EnumSource.Mode.EXCLUDE, names = "CHECK")
    void clause9AsksForNoExceptionOnSuccess(Function function) {
        String clause = function + "-9";
        Play.with(Objects.WRITABLE).call(function).holds(clause);
        Play.with(Objects.EMPTY)
                .call(function, answer -> answer.raised(Answer.BUFFER_ERROR))
                .violates(clause, "succeeded with an exception set", 1);
        Play.with(Objects.EMPTY_ODD, true)
                .call(function, answer -> answer.raised(Answer.BUFFER_ERROR))
                .violates(clause, "succeeded with an exception set", 1);
        Play.with(Objects.NOTHING).call(function).saysNothingAbout(clause);
    }

    @ParameterizedTest
    @EnumSource(value = Function.class, mode = EnumSource.Mode.EXCLUDE, names = "CHECK")
    void clausesOfOneFunctionDoNotLookAtTheOthers(Function function) {
        Play good = Play.with(Objects.WRITABLE);
        Play bad = Play.with(Objects.NOTHING);
        for (Function other : Function.values()) {
            if (other != function) {
                good.call(other).call(other);
                bad.call(other);
            }
        }
        for (int number = 1; number <= 12; number++) {
            good.saysNothingAbout(function + "-" + number);
            bad.saysNothingAbout(function + "-" + number);
        }
    }
}
