package io.github.oldbuffer.spec.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.facts.Facts;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Moment;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Sharing;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.Way;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Sample;
import io.github.oldbuffer.spec.transcript.Traffic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is judged of steps inside which code of the scenario's own runs, and what is not. */
class InsideTests {

    private static final Exporter CLASS =
            new PythonClass(new ByteArray(4, 1, false), PythonClass.Answer.VIEW, null, true);
    private static final Step OTHER = new Step.Make(1, new ByteArray(8, 1, false));
    private static final Step SHORTER = new Step.Within(0, Moment.BUFFER, new Step.Resize(1, 2));
    private static final Step GOES = new Step.Within(0, Moment.RELEASE, new Step.Resize(0, 0));

    @Test
    void whatWasTouchedIsJudgedByWhatItIsThen() {
        Play played = Play.with(CLASS).step(OTHER).step(SHORTER).call(Function.READ);
        played.step(Step.Call.of(Function.READ, 1)).holds("READ-5");
        Play.with(CLASS)
                .step(OTHER)
                .step(SHORTER)
                .call(Function.READ)
                .step(Step.Call.of(Function.READ, 1), Answer.spoilt(answer -> answer.length(8L)))
                .violates("READ-5", "the length is too large", 4);
    }

    @Test
    void whereItDidNotRunNothingIsKnownBehindIt() {
        Play.with(CLASS)
                .step(OTHER)
                .step(SHORTER)
                .call(
                        Function.READ,
                        answer -> answer.traffic(
                                new Traffic(0, 0, Traffic.Kind.ACQUIRED, 0),
                                new Traffic(0, 0, Traffic.Kind.RELEASED, 0)))
                .step(Step.Call.of(Function.READ, 1), Answer.spoilt(answer -> answer.length(8L)))
                .holds("READ-5");
    }

    @Test
    void ofMemoryThatGoesWithTheReleaseOnlyTheAnswerIsJudged() {
        Play.with(CLASS)
                .step(GOES)
                .call(Function.READ, answer -> answer.length(0L).sample(Sample.UNREADABLE))
                .call(Function.READ)
                .holds("READ-1");
        Play.with(CLASS)
                .step(GOES)
                .call(Function.READ, answer -> answer.failed(Answer.TYPE_ERROR))
                .violates("READ-1", "returned -1 with TypeError, not 0", 2);
    }

    @Test
    void aHeldViewPinsAmidACallToo() {
        Step hold = new Step.Acquire(0, 1, Request.SIMPLE);
        Play.with(CLASS)
                .step(OTHER)
                .step(hold)
                .step(SHORTER)
                .call(Function.READ)
                .holds("NEW-5");
        Play.with(CLASS)
                .step(OTHER)
                .step(hold)
                .step(SHORTER)
                .call(
                        Function.READ,
                        answer -> answer.traffic(
                                new Traffic(0, 0, Traffic.Kind.ACTED, 0),
                                new Traffic(0, 0, Traffic.Kind.ACQUIRED, 0),
                                new Traffic(0, 0, Traffic.Kind.RELEASED, 0)))
                .violates("NEW-5", "a held Py_buffer did not pin the object", 3);
    }

    @Test
    void aBytearrayIsPinnedWhileAnotherIsAppended() {
        Step over = new Step.Share(1, 0, Sharing.MEMORYVIEW, 0);
        Step append = new Step.Append(0, 2, Way.ADD);
        Step other = new Step.Make(2, CLASS);
        Play.with(new ByteArray(4, 1, false))
                .step(over)
                .step(other)
                .step(append)
                .holds("NEW-5");
        Play.with(new ByteArray(4, 1, false))
                .step(over)
                .step(other)
                .step(append, new Event.Done(null, List.of()))
                .violates("NEW-5", "a held Py_buffer did not pin the object", 3);
        Play.with(new ByteArray(4, 1, false))
                .step(other)
                .step(append)
                .call(Function.READ)
                .holds("READ-5");
    }

    @Test
    void ofWhatIsTouchedWhileItIsSlicedOrAppendedToNothingIsKnown() {
        Play slice = Play.with(new ByteArray(4, 1, false))
                .step(new Step.Share(1, 0, Sharing.MEMORYVIEW, 0))
                .step(new Step.Within(1, Moment.INDEX, new Step.Release(1)))
                .step(new Step.Share(2, 1, Sharing.SLICE, 0))
                .step(Step.Call.of(Function.READ, 2), Answer.spoilt(answer -> answer.succeeded(9, 9, 9)));
        assertEquals(Map.of(), slice.symptoms());
        Play append = Play.with(new ByteArray(4, 1, false))
                .step(new Step.Make(1, CLASS))
                .step(new Step.Within(1, Moment.BUFFER, new Step.Resize(0, 0)))
                .step(new Step.Append(0, 1, Way.EXTEND))
                .call(Function.READ, answer -> answer.succeeded(9, 9, 9));
        assertEquals(Map.of(), append.symptoms());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | BUFFER  | release | 0 | steps[2]: code of an object does no such thing to the object itself
            1 | BUFFER  | release | 0 | steps[2]: code runs in a class with __buffer__, or in the slice of a memoryview over another object
            0 | INDEX   | release | 1 | steps[2]: code runs in a class with __buffer__, or in the slice of a memoryview over another object
            0 | BUFFER  | resize  | 7 | steps[2]: there is no object 7
            0 | BUFFER  | change  | 1 | steps[2]: what runs inside is a call, a resize, a release or a drop
            0 | BUFFER  | resize  | 1 |
            """)
    void codeThatMakesNoSenseIsRefused(int in, Moment moment, String what, int object, String problem) {
        Step inside = what.equals("resize")
                ? new Step.Resize(object, 1)
                : what.equals("change") ? new Step.Change(object, 0, 0) : new Step.Release(object);
        Scenario scenario = Scenario.of(new Step.Make(0, CLASS), OTHER, new Step.Within(in, moment, inside));
        assertEquals(Optional.ofNullable(problem), Facts.problem(scenario));
    }

    @Test
    void whatIsToRunOrToBeTouchedIsNotDroppedBefore() {
        Scenario scenario = Scenario.of(new Step.Make(0, CLASS), OTHER, SHORTER, new Step.Drop(1));
        assertEquals(
                Optional.of("steps[3]: an object is dropped after what is to run in it, or to be done to it"),
                Facts.problem(scenario));
    }

    @Test
    void aStepInsideWhichSomethingSenselessRunsIsRefusedAndChangesNothing() {
        Step twice = new Step.Within(0, Moment.BUFFER, new Step.Resize(1, 2));
        Scenario scenario = Scenario.of(new Step.Make(0, CLASS), OTHER, SHORTER, twice, Step.Call.of(Function.READ, 0));
        assertEquals(Optional.of("steps[4]: a resize changes the length"), Facts.problem(scenario));
    }
}
