package io.github.oldbuffer.spec.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.Quirk;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Outcome.Death;
import io.github.oldbuffer.spec.transcript.Pointer;
import io.github.oldbuffer.spec.transcript.Raised;
import io.github.oldbuffer.spec.transcript.Sample;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How transcripts are compared from their outcome to the step after which they have no objects in common. */
class ComparisonTests {

    private static final Step MAKE = new Step.Make(0, new Bytes(5, 1, false));
    private static final Scenario SCENARIO =
            Scenario.of(MAKE, Step.Call.of(Function.CHECK, 0), Step.Call.of(Function.CHECK, 0));
    private static final Event MADE = new Event.Made(null);
    private static final Raised TYPE_ERROR = new Raised("TypeError", true, "no");
    private static final Transcript YES = Transcript.completed(List.of(MADE, Calls.check(1), Calls.check(1)));

    @Test
    void equalTranscriptsDoNotDiffer() {
        assertEquals(List.of(), Comparison.compare(SCENARIO, YES, YES));
    }

    @Test
    void whatOneDoesNotSupportIsNotCompared() {
        Transcript unsupported = Transcript.unsupported(0, "this");
        assertEquals(List.of(), Comparison.compare(SCENARIO, YES, unsupported));
        assertEquals(List.of(), Comparison.compare(SCENARIO, unsupported, died(1, "SIGSEGV")));
    }

    @Test
    void aSymptomIsToldOnceWithTheFirstStepThatShowsIt() {
        Transcript no = Transcript.completed(List.of(MADE, Calls.check(0), Calls.check(0)));
        String words = "PyObject_CheckReadBuffer: the result: 0, the other: 1";
        assertEquals(List.of(new Difference(words, 1, words)), Comparison.compare(SCENARIO, no, YES));
    }

    /** CPython 3.12 looks at the exception in one call of a method and not in the next. */
    @Test
    void pythonCodeThatRunsWithAnExceptionPendingIsNotCompared() {
        Step make = new Step.Make(0, new PythonClass(new Bytes(3, 1, false), PythonClass.Answer.VIEW, null, false));
        Step pending = new Step.Call(Function.CHECK, 0, Set.of(), ExceptionType.STOP_ITERATION);
        Transcript no = Transcript.completed(List.of(MADE, Calls.check(0)));
        Transcript yes = Transcript.completed(List.of(MADE, Calls.check(1)));
        assertEquals(List.of(), symptoms(Scenario.of(make, pending), no, yes));
        assertEquals(
                1,
                symptoms(Scenario.of(make, Step.Call.of(Function.CHECK, 0)), no, yes)
                        .size());
        assertEquals(1, symptoms(Scenario.of(MAKE, pending), no, yes).size());
    }

    @Test
    void theSameDeathIsNoDifference() {
        assertEquals(List.of(), Comparison.compare(SCENARIO, died(1, "SIGSEGV"), died(1, "SIGSEGV")));
    }

    @Test
    void aDeathDiffersFromLifeAndFromAnotherDeath() {
        assertEquals(
                List.of("PyObject_CheckReadBuffer: CRASHED (SIGSEGV) in PyObject_CheckReadBuffer, the other: lived on"),
                symptoms(SCENARIO, died(1, "SIGSEGV"), YES));
        assertEquals(
                List.of("PyObject_CheckReadBuffer: lived on, the other: CRASHED (SIGSEGV) in PyObject_CheckReadBuffer"),
                symptoms(SCENARIO, YES, died(1, "SIGSEGV")));
        assertEquals(
                List.of("Make: CRASHED (SIGABRT) in Make, the other: CRASHED (SIGSEGV) in PyObject_CheckReadBuffer"),
                symptoms(SCENARIO, died(0, "SIGABRT"), died(1, "SIGSEGV")));
    }

    @Test
    void aDeathBehindTheLastStepHasWordsToo() {
        assertEquals(
                List.of("tidying up: CRASHED (SIGSEGV) in tidying up, the other: lived on"),
                symptoms(SCENARIO, died(3, "SIGSEGV"), YES));
    }

    @Test
    void objectsThatOnlyOneHasEndTheComparison() {
        Event notMade = new Event.Made(TYPE_ERROR);
        Transcript without = Transcript.completed(List.of(notMade, Calls.check(0), Calls.check(0)));
        assertEquals(List.of("Make: the exception: TypeError, the other: none"), symptoms(SCENARIO, without, YES));
        assertEquals(List.of(), symptoms(SCENARIO, without, without));
    }

    @Test
    void objectsThatOnlyOneCouldChangeEndTheComparison() {
        Scenario scenario = Scenario.of(new Step.Resize(0, 3), Step.Call.of(Function.CHECK, 0));
        Transcript changed = Transcript.completed(List.of(new Event.Done(null, List.of()), Calls.check(1)));
        Transcript kept = Transcript.completed(
                List.of(new Event.Done(new Raised("BufferError", false, ""), List.of()), Calls.check(0)));
        assertEquals(List.of("Resize: the exception: none, the other: BufferError"), symptoms(scenario, changed, kept));
    }

    @Test
    void viewsThatOnlyOneHasEndTheComparison() {
        Scenario scenario = Scenario.of(new Step.Acquire(0, 0, Request.SIMPLE), Step.Call.of(Function.CHECK, 0));
        Event granted = new Event.Viewed(true, null, Pointer.within(0), 5, List.of());
        Event refused = new Event.Viewed(false, null, Pointer.UNTOUCHED, 0, List.of());
        assertEquals(
                List.of("PyObject_GetBuffer(SIMPLE): the answer: granted, the other: refused"),
                symptoms(
                        scenario,
                        Transcript.completed(List.of(granted, Calls.check(1))),
                        Transcript.completed(List.of(refused, Calls.check(0)))));
    }

    @Test
    void aStepThatOnlyOneSkippedEndsTheComparison() {
        Scenario scenario = Scenario.of(new Step.Peek(Function.READ, 0), Step.Call.of(Function.CHECK, 0));
        Event peeked = new Event.Peeked(Calls.bytes(1));
        Event skipped = new Event.Skipped("no pointer");
        assertEquals(
                List.of("Peek: what happened: peeked, the other: skipped"),
                symptoms(
                        scenario,
                        Transcript.completed(List.of(peeked, Calls.check(1))),
                        Transcript.completed(List.of(skipped, Calls.check(0)))));
        assertEquals(
                List.of("PyObject_CheckReadBuffer: the result: 1, the other: 0"),
                symptoms(
                        scenario,
                        Transcript.completed(List.of(skipped, Calls.check(1))),
                        Transcript.completed(List.of(new Event.Skipped("why else"), Calls.check(0)))));
    }

    @Test
    void whatLiesBehindTheMemoryOfALiarIsNotCompared() {
        Scripted honest = Scripted.flat(3, 1, false);
        Scripted liar = new Scripted(
                honest.memory(),
                honest.seed(),
                honest.geometry(),
                honest.readonly(),
                honest.refusal(),
                honest.owner(),
                honest.target(),
                honest.nullBuffer(),
                honest.releases(),
                Set.of(Quirk.IGNORES_LAYOUT));
        Step call = Step.Call.of(Function.READ, 0);
        Step peek = new Step.Peek(Function.READ, 0);
        Transcript one = read(Calls.bytes(1, 2, 3));
        Transcript other = read(Calls.bytes(1, 2, 4));
        assertEquals(List.of(), symptoms(Scenario.of(new Step.Make(0, liar), call, peek), one, other));
        assertEquals(
                List.of("PyObject_AsReadBuffer: the bytes differ", "Peek: the bytes differ"),
                symptoms(Scenario.of(new Step.Make(0, honest), call, peek), one, other));
    }

    private static Transcript read(Sample sample) {
        return Transcript.completed(List.of(MADE, Calls.GOOD.withSample(sample).event(), new Event.Peeked(sample)));
    }

    @Test
    void theCircumstancesOfACallBelongToItsSymptom() {
        Step.Call call = new Step.Call(
                Function.CHECK,
                0,
                Set.of(Step.Argument.OBJECT, Step.Argument.BUFFER, Step.Argument.LENGTH),
                ExceptionType.VALUE_ERROR);
        assertEquals(
                List.of("PyObject_CheckReadBuffer (NULL object, NULL buffer, NULL buffer_len, an exception pending):"
                        + " the result: 1, the other: 0"),
                symptoms(
                        Scenario.of(call),
                        Transcript.completed(List.of(Calls.check(1))),
                        Transcript.completed(List.of(Calls.check(0)))));
        Step.Call pending = new Step.Call(Function.CHECK, 0, Set.of(), ExceptionType.VALUE_ERROR);
        assertEquals(
                List.of("PyObject_CheckReadBuffer (an exception pending): the result: 1, the other: 0"),
                symptoms(
                        Scenario.of(pending),
                        Transcript.completed(List.of(Calls.check(1))),
                        Transcript.completed(List.of(Calls.check(0)))));
    }

    private static Transcript died(int step, String signal) {
        return new Transcript(new Outcome.Died(Death.CRASHED, step, signal), List.of());
    }

    private static List<String> symptoms(Scenario scenario, Transcript left, Transcript right) {
        return Comparison.compare(scenario, left, right).stream()
                .map(Difference::symptom)
                .toList();
    }
}
