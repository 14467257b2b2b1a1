package io.github.oldbuffer.spec.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.Quirk;
import io.github.oldbuffer.spec.facts.Exporters;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is judged at all: plain calls on lawful exporters, up to the first step that did not go as told. */
class JudgeTests {

    private static final Event.Done FINE = new Event.Done(null, List.of());
    private static final Event.Done RAISED = new Event.Done(Answer.BUFFER_ERROR, List.of());

    /** Everything about it is wrong. */
    private static Play callBadly(Play play) {
        return play.step(
                Step.Call.of(Function.READ, 0),
                Answer.spoilt(
                        answer -> answer.code(7).raised(Answer.BUFFER_ERROR).references(3)));
    }

    @ParameterizedTest
    @EnumSource(value = Quirk.class, mode = EnumSource.Mode.EXCLUDE, names = "WIPES_VIEW_ON_RELEASE")
    void unlawfulExportersAreNotJudged(Quirk quirk) {
        Play play = Play.with(Exporters.quirky(quirk));
        for (Function function : Function.values()) {
            play.step(
                    Step.Call.of(function, 0),
                    Answer.spoilt(
                            answer -> answer.code(7).raised(Answer.BUFFER_ERROR).references(3)));
        }
        assertEquals(Map.of(), play.verdicts());
        assertEquals(Map.of(), callBadly(Play.with(Exporters.nullBuffer(1))).verdicts());
    }

    @Test
    void whoOverwritesTheViewOnItsReleaseIsJudged() {
        assertFalse(callBadly(Play.with(Exporters.quirky(Quirk.WIPES_VIEW_ON_RELEASE)))
                .verdicts()
                .isEmpty());
    }

    @ParameterizedTest
    @EnumSource(Function.class)
    void nullArgumentsAndPendingExceptionsAreNotJudged(Function function) {
        for (Step.Argument argument : Step.Argument.values()) {
            Step call = new Step.Call(function, 0, Set.of(argument), null);
            assertEquals(
                    Map.of(),
                    Play.with(Objects.WRITABLE)
                            .step(
                                    call,
                                    Answer.spoilt(answer ->
                                            answer.failed(Answer.BUFFER_ERROR).references(1)))
                            .verdicts());
        }
        Step call = new Step.Call(function, 0, Set.of(), ExceptionType.KEY_ERROR);
        assertEquals(
                Map.of(),
                Play.with(Objects.WRITABLE)
                        .step(
                                call,
                                Answer.spoilt(answer ->
                                        answer.failed(Answer.BUFFER_ERROR).references(1)))
                        .verdicts());
    }

    static List<Arguments> derailments() {
        Step acquire = new Step.Acquire(0, 0, Request.SIMPLE);
        Step resize = new Step.Resize(0, 9);
        Step change = new Step.Change(0, 0, 9);
        Event.Skipped skipped = new Event.Skipped("not possible");
        return List.of(
                Arguments.of(
                        "an object could not be made", writable().step(make(1), new Event.Made(Answer.BUFFER_ERROR))),
                Arguments.of("making was skipped", writable().step(make(1), skipped)),
                Arguments.of("a call was skipped", writable().step(Step.Call.of(Function.CHAR, 0), skipped)),
                Arguments.of("a call did damage", writable().call(Function.CHECK, answer -> answer.damage(0))),
                Arguments.of(
                        "a call beyond the contract did damage",
                        writable()
                                .step(
                                        new Step.Call(Function.CHAR, 0, Set.of(), ExceptionType.KEY_ERROR),
                                        Answer.spoilt(answer -> answer.damage(0)))),
                Arguments.of(
                        "a resize failed",
                        writable().call(Function.CHAR).call(Function.CHECK).step(resize, RAISED)),
                Arguments.of("a resize was skipped", writable().step(resize, skipped)),
                Arguments.of(
                        "a resize under a view succeeded",
                        writable().step(acquire).call(Function.CHECK).step(resize, FINE)),
                Arguments.of(
                        "a view was refused",
                        writable().step(acquire, new Event.Viewed(false, Answer.BUFFER_ERROR, null, 0, List.of()))),
                Arguments.of("a view was skipped", writable().step(acquire, skipped)),
                Arguments.of(
                        "a parse failed",
                        writable()
                                .step(
                                        new Step.Parse(0, Step.Code.W_STAR),
                                        new Event.Viewed(false, Answer.BUFFER_ERROR, null, 0, List.of()))),
                Arguments.of("a view was not released", writable().step(acquire).step(new Step.ReleaseView(0), RAISED)),
                Arguments.of("a change failed", writable().step(change, RAISED)),
                Arguments.of("a change was skipped", writable().step(change, skipped)),
                Arguments.of("a drop failed", writable().step(make(1)).step(new Step.Drop(1), RAISED)),
                Arguments.of(
                        "a peek was skipped",
                        writable().call(Function.CHAR).step(new Step.Peek(Function.CHAR, 0), skipped)),
                Arguments.of("a change was answered like a call", writable().step(change, new Event.Made(null))),
                Arguments.of("a call was answered like a drop", writable().step(Step.Call.of(Function.CHAR, 0), FINE)),
                Arguments.of("a resize was answered like a make", writable().step(resize, new Event.Made(null))),
                Arguments.of("a view was answered like a drop", writable().step(acquire, FINE)),
                Arguments.of("a make was answered like a drop", writable().step(make(1), FINE)),
                Arguments.of(
                        "a peek was answered like a drop",
                        writable().call(Function.CHAR).step(new Step.Peek(Function.CHAR, 0), FINE)));
    }

    private static Play writable() {
        return Play.with(Objects.WRITABLE);
    }

    private static Step make(int object) {
        return new Step.Make(object, Objects.WRITABLE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("derailments")
    void nothingIsJudgedBehindAStepThatDidNotGoAsTold(String name, Play play) {
        Map<String, List<String>> before = play.symptoms();
        callBadly(play);
        assertEquals(before, play.symptoms());
        play.saysNothingAbout("READ-1");
    }

    @Test
    void aByteThatDidNotArriveIsTheLastThatIsJudged() {
        Play play = writable().call(Function.WRITE).step(new Step.Poke(0, 0, 9), new Event.Poked(1));
        callBadly(play).violates("WRITE-14", "a byte written through the pointer is not the object's", 2);
    }

    @Test
    void whatGoesAsToldIsNoReasonToStop() {
        Play play = writable()
                .step(make(1))
                .call(Function.WRITE)
                .step(new Step.Poke(0, 0, 9))
                .step(new Step.Change(0, 1, 9))
                .step(new Step.Peek(Function.WRITE, 0))
                .step(new Step.Acquire(0, 0, Request.SIMPLE))
                .step(new Step.Resize(0, 9))
                .step(new Step.ReleaseView(0))
                .step(new Step.Parse(0, Step.Code.Y_STAR))
                .step(new Step.Resize(0, 9))
                .step(new Step.Drop(1));
        play.call(Function.READ, answer -> answer.code(7)).violates("READ-1", "returned 7, not 0", 12);
        Play refused = Play.with(Objects.STRIDED)
                .step(new Step.Acquire(0, 0, Request.SIMPLE))
                .call(Function.READ, answer -> answer.code(7));
        assertEquals(List.of("returned 7, not -1"), refused.symptoms().get("READ-2"));
        Play open = Play.with(Objects.EMPTY_ODD, true)
                .step(new Step.Parse(0, Step.Code.Y_STAR))
                .call(Function.CHAR, answer -> answer.code(7));
        assertEquals(List.of("returned 7, not -1"), open.symptoms().get("CHAR-2"));
    }

    @Test
    void ofADeadImplementationIsJudgedWhatCameBefore() {
        Play play = writable().call(Function.READ, answer -> answer.code(7)).step(new Step.Drop(0));
        Outcome died = new Outcome.Died(Outcome.Death.CRASHED, 2, "SIGSEGV");
        Transcript transcript = new Transcript(died, play.events().subList(0, 2));
        assertEquals(
                Verdict.Kind.VIOLATED,
                Judge.judge("READ-1", play.scenario(), transcript).kind());
        assertEquals(Map.of(), Judge.judge(play.scenario(), new Transcript(died, List.of())));
    }

    @Test
    void ofAnUnsupportedScenarioNothingIsJudged() {
        Play play = writable().call(Function.READ, answer -> answer.code(7));
        Transcript transcript = new Transcript(new Outcome.Unsupported(1, "a call"), play.events());
        assertEquals(Map.of(), Judge.judge(play.scenario(), transcript));
        assertEquals(Verdict.NOT_EXERCISED, Judge.judge("READ-1", play.scenario(), transcript));
    }

    @Test
    void whatCannotBeJudgedIsRefusedInOneSentence() {
        Play play = writable().call(Function.READ);
        Transcript transcript = Transcript.completed(play.events());
        assertSentence("no clause is called READ-99", () -> Judge.judge("READ-99", play.scenario(), transcript));
        assertSentence(
                "a transcript has more events than its scenario has steps",
                () -> Judge.judge(Scenario.of(play.scenario().steps().get(0)), transcript));
        assertSentence(
                "an invalid scenario cannot be judged: steps[0]: there is no object 0",
                () -> Judge.judge(Scenario.of(new Step.Drop(0)), Transcript.completed(List.of())));
    }

    private static void assertSentence(String sentence, Executable judging) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, judging).getMessage());
    }
}
