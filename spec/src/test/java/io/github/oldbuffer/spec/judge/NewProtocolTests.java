package io.github.oldbuffer.spec.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Pointer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** NEW-1 to NEW-4: Read and Write agree with the new protocol. */
class NewProtocolTests {

    private static final Event REFUSED = new Event.Viewed(false, Answer.BUFFER_ERROR, Pointer.UNTOUCHED, 0, List.of());

    private static Event granted(Pointer pointer, long length) {
        return new Event.Viewed(true, null, pointer, length, List.of());
    }

    static List<Arguments> pairs() {
        return List.of(
                Arguments.of(
                        "NEW-1",
                        Function.READ,
                        new Step.Acquire(0, 0, Request.SIMPLE),
                        "PyObject_GetBuffer(PyBUF_SIMPLE)"),
                Arguments.of(
                        "NEW-2",
                        Function.WRITE,
                        new Step.Acquire(0, 0, Request.WRITABLE),
                        "PyObject_GetBuffer(PyBUF_WRITABLE)"),
                Arguments.of("NEW-3", Function.READ, new Step.Parse(0, Step.Code.Y_STAR), "y*"),
                Arguments.of("NEW-4", Function.WRITE, new Step.Parse(0, Step.Code.W_STAR), "w*"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void bothSucceedOrFailAlike(String clause, Function function, Step view, String other) {
        for (Exporter exporter : List.of(Objects.WRITABLE, Objects.EMPTY, Objects.STRIDED, Objects.NOTHING)) {
            Play.with(exporter).call(function).step(view).holds(clause);
            Play.with(exporter).step(view).call(function).holds(clause);
        }
        Play.with(Objects.WRITABLE)
                .call(function)
                .step(view, REFUSED)
                .violates(clause, "succeeded where " + other + " failed", 2);
        Play.with(Objects.STRIDED)
                .call(function)
                .step(view, granted(Pointer.within(0), 2))
                .violates(clause, "failed where " + other + " succeeded", 2);
        Play.with(Objects.WRITABLE)
                .step(view, granted(Pointer.elsewhere(0), 4))
                .call(function)
                .violates(clause, "gave another address than " + other, 2);
        Play.with(Objects.EMPTY)
                .step(view, granted(Pointer.elsewhere(0), 0))
                .call(function)
                .holds(clause);
        Play.with(Objects.WRITABLE)
                .step(view, granted(Pointer.within(0), 3))
                .call(function)
                .violates(clause, "gave another length than " + other, 2);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void aFaultOfTheFunctionBreaksTheClauseToo(String clause, Function function, Step view, String other) {
        Play unset = Play.with(Objects.WRITABLE)
                .call(function, answer -> answer.length(null))
                .step(view);
        assertEquals(Set.of(function + "-5", clause), unset.symptoms().keySet());
        Play failing = Play.with(Objects.WRITABLE)
                .call(function, answer -> answer.failed(Answer.TYPE_ERROR))
                .step(view);
        assertEquals(Set.of(function + "-1", clause), failing.symptoms().keySet());
        assertEquals(
                List.of("failed where " + other + " succeeded"),
                failing.symptoms().get(clause));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void nothingIsSaidAboutOtherPairs(String clause, Function function, Step view, String other) {
        Play.with(Objects.WRITABLE).call(function).saysNothingAbout(clause);
        Play.with(Objects.WRITABLE).step(view).saysNothingAbout(clause);
        Function wrong = function == Function.READ ? Function.WRITE : Function.READ;
        Play.with(Objects.WRITABLE).call(wrong).call(Function.CHECK).step(view).saysNothingAbout(clause);
        for (Arguments pair : pairs()) {
            if (!pair.get()[0].equals(clause)) {
                Play.with(Objects.WRITABLE)
                        .call(function)
                        .step((Step) pair.get()[2])
                        .saysNothingAbout(clause);
            }
        }
        Play.with(Objects.WRITABLE)
                .call(function)
                .step(new Step.Acquire(0, 0, Request.FULL))
                .saysNothingAbout(clause);
        Play.with(Objects.WRITABLE)
                .call(function)
                .step(new Step.Resize(0, 9))
                .step(view)
                .saysNothingAbout(clause);
        Play.with(Objects.STRIDED)
                .step(view)
                .step(new Step.Make(1, Objects.WRITABLE))
                .step(Step.Call.of(function, 1))
                .saysNothingAbout(clause);
        Play.with(Objects.STRIDED)
                .step(view)
                .step(new Step.Drop(0))
                .step(new Step.Make(0, Objects.WRITABLE))
                .call(function)
                .saysNothingAbout(clause);
    }

    @Test
    void whatIsLeftOpenIsReadAlikeByBoth() {
        Step parse = new Step.Parse(0, Step.Code.Y_STAR);
        Play.with(Objects.EMPTY_ODD).call(Function.READ).step(parse).holds("NEW-3");
        Play.with(Objects.EMPTY_ODD, true).call(Function.READ).step(parse).holds("NEW-3");
        Play.with(Objects.EMPTY_ODD, true)
                .step(parse)
                .call(Function.READ, answer -> answer.failed(Answer.TYPE_ERROR))
                .violates("NEW-3", "failed where y* succeeded", 2);
        Play.with(Objects.WRITING_OPEN)
                .step(new Step.Parse(0, Step.Code.W_STAR))
                .call(Function.WRITE)
                .holds("NEW-4");
    }
}
