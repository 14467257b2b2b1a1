package io.github.oldbuffer.spec.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Pointer;
import io.github.oldbuffer.spec.transcript.Sample;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clause 7 of each function, and WRITE-14: what comes back is the memory itself, to read and to write. */
class MemoryItselfTests {

    private static final String MOVED = "two calls gave different addresses";
    private static final String STALE = "a change made by other means does not show through the pointer";
    private static final String RESTLESS = "the memory behind the pointer changes by itself";
    private static final String LOST = "a byte written through the pointer is not the object's";
    private static final String OUTSIDE = "the pointer for writing leads out of the object's memory";
    private static final Event.Skipped SKIPPED = new Event.Skipped("the pointer is not in the object's memory");

    private static Event peeked(int... bytes) {
        byte[] copy = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            copy[i] = (byte) bytes[i];
        }
        return new Event.Peeked(Sample.read(copy));
    }

    private static Answer elsewhere(Answer answer) {
        return answer.pointer(Pointer.elsewhere(0));
    }

    @ParameterizedTest
    @EnumSource(value = Function.class, mode = EnumSource.Mode.EXCLUDE, names = "CHECK")
    void clause7AsksForTheSameAddress(Function function) {
        String clause = function + "-7";
        Play.with(Objects.WRITABLE).call(function).call(function).holds(clause);
        Play.with(Objects.WRITABLE)
                .call(function, MemoryItselfTests::elsewhere)
                .call(function, MemoryItselfTests::elsewhere)
                .holds(clause);
        Play.with(Objects.WRITABLE)
                .call(function)
                .call(Function.CHECK)
                .step(new Step.Change(0, 1, 7))
                .call(function, MemoryItselfTests::elsewhere)
                .violates(clause, MOVED, 4);
        Play.with(Objects.WRITING_OPEN, true)
                .call(function)
                .call(function, MemoryItselfTests::elsewhere)
                .violates(clause, MOVED, 2);
        Play.with(Objects.WRITABLE).call(function).saysNothingAbout(clause);
        Play.with(Objects.EMPTY)
                .call(function)
                .call(function, MemoryItselfTests::elsewhere)
                .saysNothingAbout(clause);
        Play.with(Objects.NOTHING).call(function).call(function).saysNothingAbout(clause);
    }

    @Test
    void aPointerThatWasNotSetIsNoAddress() {
        Play.with(Objects.WRITABLE)
                .call(Function.READ)
                .call(Function.READ, answer -> answer.pointer(Pointer.NULL).sample(Sample.NONE))
                .violates("READ-4", "the pointer is NULL", 2);
        Play.with(Objects.WRITABLE)
                .call(Function.READ, answer -> answer.pointer(Pointer.UNTOUCHED).sample(Sample.NONE))
                .call(Function.READ)
                .violates("READ-4", "the pointer was not set", 1);
    }

    @Test
    void memoryMayMoveWithAResizeAndAnotherObjectIsElsewhere() {
        Play.with(Objects.WRITABLE)
                .call(Function.READ)
                .step(new Step.Resize(0, 9))
                .call(Function.READ, MemoryItselfTests::elsewhere)
                .saysNothingAbout("READ-7");
        Play.with(Objects.WRITABLE)
                .call(Function.READ)
                .step(new Step.Drop(0))
                .step(new Step.Make(0, Objects.SHORTS))
                .call(Function.READ, MemoryItselfTests::elsewhere)
                .saysNothingAbout("READ-7");
        Play.with(Objects.WRITABLE)
                .step(new Step.Make(1, Objects.SHORTS))
                .call(Function.READ)
                .step(Step.Call.of(Function.READ, 1), Answer.spoilt(MemoryItselfTests::elsewhere))
                .saysNothingAbout("READ-7");
    }

    @ParameterizedTest
    @EnumSource(value = Function.class, mode = EnumSource.Mode.EXCLUDE, names = "CHECK")
    void clause7AsksThatChangesShow(Function function) {
        String clause = function + "-7";
        Step peek = new Step.Peek(function, 0);
        Step change = new Step.Change(0, 1, 9);
        Play.with(Objects.WRITABLE).call(function).step(change).step(peek).holds(clause);
        Play.with(Objects.WRITABLE).call(function).step(peek).holds(clause);
        Play.with(Objects.WRITABLE)
                .call(function)
                .step(change)
                .step(peek, peeked(1, 2, 3, 4))
                .violates(clause, STALE, 3);
        Play.with(Objects.WRITABLE)
                .call(function, MemoryItselfTests::elsewhere)
                .step(change)
                .step(peek, new Event.Peeked(Sample.UNREADABLE))
                .violates(clause, STALE, 3);
        Play.with(Objects.WRITABLE)
                .call(function)
                .step(peek, peeked(0, 0, 0, 0))
                .violates(clause, RESTLESS, 2);
        Play.with(Objects.EMPTY).call(function).step(peek).saysNothingAbout(clause);
    }

    @Test
    void aPointerThatWasWrongFromTheStartIsClause4s() {
        Step peek = new Step.Peek(Function.READ, 0);
        Play.with(Objects.WRITABLE)
                .call(
                        Function.READ,
                        answer -> answer.pointer(Pointer.elsewhere(1)).sample(9, 9, 9, 9))
                .step(peek, peeked(9, 9, 9, 9))
                .violates("READ-4", "the bytes there are not the object's", 1);
        Play.with(Objects.WRITABLE)
                .call(Function.READ, answer -> answer.length(2L).sample(1, 2))
                .step(peek, peeked(1, 2))
                .violates("READ-5", "the length is too small", 1);
        Play.with(Objects.WRITABLE)
                .call(Function.READ, answer -> answer.length(null).sample(Sample.NONE))
                .step(peek, new Event.Peeked(Sample.NONE))
                .violates("READ-5", "the length was not set", 1);
        Play.with(Objects.WRITABLE)
                .call(Function.READ, answer -> answer.sample(Sample.NONE))
                .step(peek, new Event.Peeked(Sample.NONE))
                .saysNothingAbout("READ-7");
    }

    @Test
    void everyPointerIsLookedAtUntilTheNextCallReplacesIt() {
        Step change = new Step.Change(0, 1, 9);
        Play.with(Objects.WRITABLE)
                .call(
                        Function.READ,
                        answer -> answer.pointer(Pointer.elsewhere(1)).sample(9, 9, 9, 9))
                .step(change)
                .call(Function.CHAR)
                .call(Function.READ, answer -> answer.pointer(Pointer.elsewhere(1)))
                .step(new Step.Peek(Function.CHAR, 0))
                .step(new Step.Peek(Function.READ, 0))
                .violates("READ-4", "the bytes there are not the object's", 1);
        Play.with(Objects.WRITABLE)
                .step(new Step.Make(1, Objects.SHORTS))
                .call(Function.READ)
                .step(Step.Call.of(Function.READ, 1))
                .step(new Step.Change(1, 0, 9))
                .step(new Step.Peek(Function.READ, 1), peeked(1, 2, 3, 4, 5, 6))
                .violates("READ-7", STALE, 5);
        Play.with(Objects.WRITABLE)
                .call(Function.READ)
                .call(Function.CHAR)
                .step(new Step.Peek(Function.CHAR, 0), peeked(0, 0, 0, 0))
                .violates("CHAR-7", RESTLESS, 3);
    }

    @Test
    void whatACallBeyondTheContractGaveIsNotHeldAgainstTheOneBefore() {
        Step pending = new Step.Call(Function.READ, 0, Set.of(), ExceptionType.KEY_ERROR);
        Play.with(Objects.WRITABLE)
                .call(Function.READ)
                .step(pending)
                .step(new Step.Peek(Function.READ, 0), peeked(0, 0, 0, 0))
                .saysNothingAbout("READ-7");
    }

    @Test
    void write14AsksThatBytesArrive() {
        Step poke = new Step.Poke(0, 2, 77);
        Play.with(Objects.WRITABLE)
                .call(Function.WRITE)
                .step(poke)
                .call(Function.READ)
                .holds("WRITE-14");
        Play.with(Objects.WRITABLE)
                .call(Function.WRITE, MemoryItselfTests::elsewhere)
                .step(poke, new Event.Poked(3))
                .call(Function.READ, answer -> answer.sample(1, 2, 3, 4))
                .violates("WRITE-14", LOST, 2);
        Play.with(Objects.WRITABLE)
                .call(Function.WRITE, MemoryItselfTests::elsewhere)
                .step(poke, SKIPPED)
                .violates("WRITE-14", OUTSIDE, 2);
        Play.with(Objects.WRITABLE)
                .call(Function.WRITE)
                .step(poke, new Event.Poked(-1))
                .saysNothingAbout("WRITE-14");
        Play.with(Objects.WRITABLE)
                .call(Function.WRITE)
                .step(new Step.Change(0, 2, 77))
                .saysNothingAbout("WRITE-14");
    }

    @Test
    void aZeroThatArrivesOrDoesNotIsAByteLikeAnyOther() {
        Play.with(Objects.WRITABLE)
                .call(Function.WRITE)
                .step(new Step.Poke(0, 2, 0))
                .call(Function.CHAR, answer -> answer.code(7))
                .violates("CHAR-1", "returned 7, not 0", 3);
        Play.with(Objects.WRITABLE)
                .call(Function.WRITE)
                .step(new Step.Poke(0, 2, 77), new Event.Poked(0))
                .call(Function.CHAR, answer -> answer.code(7))
                .violates("WRITE-14", LOST, 2);
    }

    @Test
    void aByteThatCannotBeReadOtherwiseIsTakenToHaveArrived() {
        Play.with(Objects.WRITABLE)
                .call(Function.WRITE)
                .step(new Step.Poke(0, 0, 77), new Event.Poked(-1))
                .call(Function.READ)
                .holds("READ-4");
    }

    @Test
    void aPokeThatCouldNotBeDoneIsBlamedOnThePointerOnlyWhereItLooksRight() {
        Step poke = new Step.Poke(0, 2, 77);
        Play.with(Objects.WRITABLE)
                .call(Function.WRITE, answer -> answer.pointer(Pointer.NULL).sample(Sample.NONE))
                .step(poke, SKIPPED)
                .violates("WRITE-4", "the pointer is NULL", 1);
        Play.with(Objects.WRITABLE)
                .call(Function.WRITE, answer -> answer.length(null).sample(Sample.NONE))
                .step(poke, SKIPPED)
                .violates("WRITE-5", "the length was not set", 1);
        Play.with(Objects.WRITABLE)
                .call(Function.WRITE, answer -> answer.failed(Answer.TYPE_ERROR))
                .step(poke, SKIPPED)
                .violates("WRITE-1", "returned -1 with TypeError, not 0", 1);
        assertEquals(
                Map.of(
                        "WRITE-1", List.of("returned -1 with TypeError, not 0"),
                        "ALL-3", List.of("PyObject_AsWriteBuffer answered the same call differently")),
                Play.with(Objects.WRITABLE)
                        .call(Function.WRITE)
                        .call(Function.WRITE, answer -> answer.failed(Answer.TYPE_ERROR))
                        .step(poke, SKIPPED)
                        .symptoms());
    }

    @Test
    void aPokeAfterACallBeyondTheContractIsNobodysFault() {
        Step withoutBuffer = new Step.Call(Function.WRITE, 0, Set.of(Step.Argument.BUFFER), null);
        Play.with(Objects.WRITABLE)
                .call(Function.WRITE)
                .step(withoutBuffer)
                .step(new Step.Poke(0, 2, 77), SKIPPED)
                .saysNothingAbout("WRITE-14");
    }

    @Test
    void aPokeIsHeldAgainstTheLastCallOnItsOwnObject() {
        Play.with(Objects.WRITABLE)
                .step(new Step.Make(1, Objects.WRITABLE))
                .step(Step.Call.of(Function.WRITE, 1), Answer.spoilt(MemoryItselfTests::elsewhere))
                .call(Function.WRITE)
                .call(Function.READ)
                .step(new Step.Poke(1, 2, 77), SKIPPED)
                .violates("WRITE-14", OUTSIDE, 5);
    }

    @Test
    void aStepThatIsNoPokeIsNoPoke() {
        Play.with(Objects.WRITABLE)
                .call(Function.WRITE)
                .step(new Step.Acquire(0, 0, Request.SIMPLE), SKIPPED)
                .saysNothingAbout("WRITE-14");
    }
}
