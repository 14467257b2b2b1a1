package io.github.oldbuffer.spec.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.facts.Exporters;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Pointer;
import io.github.oldbuffer.spec.transcript.Raised;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** ALL-1, ALL-2 and ALL-3: the functions agree with each other and with themselves. */
class AcrossTests {

    private static final Raised DERIVED = new Raised("DerivedTypeError", true, "");
    private static final Step RESIZE = new Step.Resize(0, 9);

    @Test
    void all1AsksThatCheckAgreesWithRead() {
        Play.with(Objects.READ_ONLY).call(Function.CHECK).call(Function.READ).holds("ALL-1");
        Play.with(Objects.STRIDED).call(Function.READ).call(Function.CHECK).holds("ALL-1");
        Play.with(Objects.EMPTY_ODD).call(Function.READ).call(Function.CHECK).holds("ALL-1");
        Play.with(Objects.EMPTY_ODD)
                .call(Function.READ)
                .call(Function.CHECK, answer -> answer.code(1))
                .violates("ALL-1", "Check said 1, Read failed", 2);
        Play.with(Objects.EMPTY_ODD, true)
                .call(Function.CHECK, answer -> answer.code(0))
                .call(Function.READ)
                .violates("ALL-1", "Check did not say 1, Read succeeded", 2);
        Play.with(Objects.READ_ONLY).call(Function.CHECK).call(Function.CHAR).saysNothingAbout("ALL-1");
        Play.with(Objects.READ_ONLY).call(Function.READ).saysNothingAbout("ALL-1");
        Play.with(Objects.WRITABLE)
                .call(Function.CHECK)
                .step(RESIZE)
                .call(Function.READ)
                .saysNothingAbout("ALL-1");
        Play.with(Objects.WRITABLE)
                .call(Function.CHECK)
                .step(new Step.Make(1, Objects.NOTHING))
                .step(Step.Call.of(Function.READ, 1))
                .saysNothingAbout("ALL-1");
    }

    @Test
    void aFaultOfCheckOrReadBreaksAll1Too() {
        assertEquals(
                Map.of(
                        "READ-1",
                        List.of("returned -1 with TypeError, not 0"),
                        "ALL-1",
                        List.of("Check said 1, Read failed")),
                Play.with(Objects.WRITABLE)
                        .call(Function.CHECK)
                        .call(Function.READ, answer -> answer.failed(Answer.TYPE_ERROR))
                        .symptoms());
    }

    @Test
    void all2AsksThatReadFollowsWrite() {
        Play.with(Objects.WRITABLE).call(Function.WRITE).call(Function.READ).holds("ALL-2");
        Play.with(Objects.WRITABLE)
                .call(Function.READ)
                .step(new Step.Change(0, 0, 1))
                .call(Function.WRITE)
                .holds("ALL-2");
        Play.with(Objects.WRITABLE)
                .call(Function.WRITE)
                .call(Function.READ, answer -> answer.pointer(Pointer.elsewhere(0)))
                .violates("ALL-2", "Write and Read gave different addresses", 2);
        Play.with(Objects.EMPTY)
                .call(Function.WRITE)
                .call(Function.READ, answer -> answer.pointer(Pointer.elsewhere(0)))
                .holds("ALL-2");
        Play.with(Objects.EMPTY_ODD, true)
                .call(Function.READ, answer -> answer.failed(Answer.TYPE_ERROR))
                .call(Function.WRITE)
                .violates("ALL-2", "Write succeeded, Read failed", 2);
        assertEquals(
                Map.of(
                        "READ-5",
                        List.of("the length is too small"),
                        "ALL-2",
                        List.of("Write and Read gave different lengths")),
                Play.with(Objects.WRITABLE)
                        .call(Function.READ, answer -> answer.length(2L).sample(1, 2))
                        .call(Function.WRITE)
                        .symptoms());
        Play.with(Objects.READ_ONLY).call(Function.READ).call(Function.WRITE).saysNothingAbout("ALL-2");
        Play.with(Objects.WRITABLE).call(Function.CHAR).call(Function.WRITE).saysNothingAbout("ALL-2");
        Play.with(Objects.WRITABLE).call(Function.CHAR).call(Function.READ).saysNothingAbout("ALL-2");
        Play.with(Objects.WRITABLE)
                .call(Function.WRITE)
                .step(RESIZE)
                .call(Function.READ)
                .saysNothingAbout("ALL-2");
    }

    @Test
    void aWriteThatWronglySucceedsBreaksAll2Too() {
        assertEquals(
                Map.of(
                        "WRITE-6",
                        List.of("succeeded on strided memory"),
                        "ALL-2",
                        List.of("Write succeeded, Read failed")),
                Play.with(Objects.STRIDED)
                        .call(Function.READ)
                        .call(Function.WRITE, answer -> answer.succeeded(1, 2))
                        .symptoms());
    }

    @ParameterizedTest
    @EnumSource(Function.class)
    void all3AsksForTheSameAnswer(Function function) {
        String symptom = function.cName() + " answered the same call differently";
        Play.with(Objects.WRITABLE).call(function).call(function).holds("ALL-3");
        Play.with(Objects.NOTHING).call(function).call(function).holds("ALL-3");
        Play.with(Objects.EMPTY_ODD)
                .call(function)
                .call(function, answer -> function == Function.CHECK ? answer.code(1) : answer.succeeded())
                .violates("ALL-3", symptom, 2);
        Play.with(Objects.WRITABLE).call(function).saysNothingAbout("ALL-3");
        Function other = function == Function.READ ? Function.CHAR : Function.READ;
        Play.with(Objects.WRITABLE).call(function).call(other).saysNothingAbout("ALL-3");
        Play.with(Objects.WRITABLE).call(function).step(RESIZE).call(function).saysNothingAbout("ALL-3");
        Play.with(Objects.view(Objects.WRITABLE))
                .call(function)
                .step(new Step.Release(0))
                .call(function)
                .saysNothingAbout("ALL-3");
        Play.with(Objects.WRITABLE)
                .call(function)
                .step(new Step.Drop(0))
                .step(new Step.Make(0, Objects.NOTHING))
                .call(function)
                .saysNothingAbout("ALL-3");
    }

    @Test
    void all3ComparesTypesOfExceptionsAndLengths() {
        Play.with(Objects.NOTHING)
                .call(Function.READ)
                .call(Function.READ, answer -> answer.raised(DERIVED))
                .violates("ALL-3", "PyObject_AsReadBuffer answered the same call differently", 2);
        Play.with(Objects.NOTHING)
                .call(Function.READ)
                .call(Function.READ, answer -> answer.raised(new Raised("TypeError", true, "in other words")))
                .holds("ALL-3");
        assertEquals(
                Set.of("READ-5", "ALL-3"),
                Play.with(Objects.WRITABLE)
                        .call(Function.READ)
                        .call(Function.READ, answer -> answer.length(2L).sample(1, 2))
                        .symptoms()
                        .keySet());
    }

    @Test
    void all3LeavesOutCallsBeyondTheContract() {
        Step pending = new Step.Call(Function.READ, 0, Set.of(), ExceptionType.KEY_ERROR);
        Play.with(Objects.WRITABLE)
                .call(Function.READ)
                .step(pending, Answer.spoilt(answer -> answer.failed(Answer.BUFFER_ERROR)))
                .saysNothingAbout("ALL-3");
        Play.with(Exporters.nullBuffer(4))
                .call(Function.READ)
                .call(Function.READ, answer -> answer.failed(Answer.BUFFER_ERROR))
                .saysNothingAbout("ALL-3");
    }
}
