package io.github.oldbuffer.spec.judge;

import static io.github.oldbuffer.spec.transcript.Traffic.Kind.ACQUIRED;
import static io.github.oldbuffer.spec.transcript.Traffic.Kind.REFUSED;
import static io.github.oldbuffer.spec.transcript.Traffic.Kind.RELEASED;
import static io.github.oldbuffer.spec.transcript.Traffic.Kind.RELEASED_UNKNOWN;

import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.facts.Exporters;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Counts;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Raised;
import io.github.oldbuffer.spec.transcript.Traffic;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clause 11 of each function, and CHECK-5: no export outlives the call, and nothing else is released. */
class ExportTests {

    private static final String KEPT = "an acquired buffer was not released";
    private static final String TOO_MUCH = "a buffer was released that was not acquired, or twice";
    private static final String OUTLIVED = "an export outlived the call";

    private static final Exporter SCRIPTED = Exporters.owned(Scripted.Owner.SELF, true);
    private static final Exporter CLASS = new PythonClass(Objects.WRITABLE, PythonClass.Answer.VIEW, null, true);
    private static final Step RESIZE = new Step.Resize(0, 9);
    private static final Event STUCK = new Event.Done(Answer.BUFFER_ERROR, List.of());
    private static final Event FOR_ANOTHER_REASON =
            new Event.Done(new Raised("ValueError", false, "no character"), List.of());

    private static String clause(Function function) {
        return function == Function.CHECK ? "CHECK-5" : function + "-11";
    }

    private static Traffic traffic(int depth, Traffic.Kind kind) {
        return new Traffic(0, depth, kind, 0);
    }

    @ParameterizedTest
    @EnumSource(Function.class)
    void whatIsAcquiredIsReleasedOnce(Function function) {
        String clause = clause(function);
        for (Exporter exporter : List.of(SCRIPTED, CLASS)) {
            Play.with(exporter).call(function).holds(clause);
            Play.with(exporter)
                    .call(function, answer -> answer.traffic(traffic(0, ACQUIRED)))
                    .violates(clause, KEPT, 1);
            Play.with(exporter)
                    .call(function, answer -> answer.saw(0, 0, ACQUIRED))
                    .violates(clause, KEPT, 1);
            Play.with(exporter)
                    .call(function, answer -> answer.saw(0, 0, RELEASED))
                    .violates(clause, TOO_MUCH, 1);
            Play.with(exporter)
                    .call(function, answer -> answer.saw(0, 0, RELEASED_UNKNOWN))
                    .violates(clause, TOO_MUCH, 1);
            Play.with(exporter)
                    .call(function, answer -> answer.traffic(traffic(0, RELEASED)))
                    .violates(clause, TOO_MUCH, 1);
            Play.with(exporter)
                    .call(
                            function,
                            answer -> answer.traffic(
                                    traffic(0, ACQUIRED),
                                    traffic(0, ACQUIRED),
                                    traffic(0, RELEASED),
                                    traffic(0, RELEASED)))
                    .holds(clause);
        }
    }

    @ParameterizedTest
    @EnumSource(Function.class)
    void aRefusedRequestIsNotReleased(Function function) {
        Exporter refusing = Exporters.refusing(false);
        Play.with(refusing).call(function).saysNothingAbout(clause(function));
        Play.with(refusing)
                .call(function, answer -> answer.traffic(traffic(0, REFUSED), traffic(0, RELEASED_UNKNOWN)))
                .violates(clause(function), TOO_MUCH, 1);
    }

    @Test
    void whoDoesNotRecordReleasesOwesNone() {
        Play.with(Exporters.owned(Scripted.Owner.SELF, false))
                .call(Function.READ)
                .saysNothingAbout("READ-11");
        Exporter silent = new PythonClass(Objects.WRITABLE, PythonClass.Answer.VIEW, null, false);
        Play.with(silent).call(Function.READ).saysNothingAbout("READ-11");
    }

    @Test
    void aViewWithoutOwnerIsNotReleased() {
        Exporter unowned = Exporters.owned(Scripted.Owner.NOBODY, true);
        Play.with(unowned).call(Function.READ).holds("READ-11");
        Play.with(unowned)
                .call(Function.READ, answer -> answer.saw(0, 0, RELEASED_UNKNOWN))
                .violates("READ-11", TOO_MUCH, 1);
        Play.with(unowned)
                .call(Function.READ, answer -> answer.saw(0, 0, RELEASED))
                .violates("READ-11", TOO_MUCH, 1);
    }

    @Test
    void aViewOfAnotherOwnerIsReleasedThroughThatOwner() {
        Exporter redirecting = Exporters.redirecting(SCRIPTED);
        Play.with(redirecting).call(Function.READ).holds("READ-11");
        Play.with(redirecting)
                .call(
                        Function.READ,
                        answer -> answer.traffic(
                                traffic(0, ACQUIRED),
                                traffic(1, ACQUIRED),
                                traffic(0, RELEASED_UNKNOWN),
                                traffic(1, RELEASED)))
                .violates("READ-11", TOO_MUCH, 1);
        Play.with(redirecting)
                .call(Function.READ, answer -> answer.traffic(traffic(0, ACQUIRED), traffic(1, ACQUIRED)))
                .violates("READ-11", KEPT, 1);
    }

    @Test
    void theOwnersReferenceCountTellsOfAnOwnerThatDoesNotRecord() {
        Exporter redirecting = Exporters.redirecting(Objects.WRITABLE);
        Play.with(redirecting).call(Function.READ).holds("READ-11");
        Play.with(redirecting)
                .call(Function.READ, answer -> answer.other(0, 1, 1))
                .violates("READ-11", KEPT, 1);
        Play.with(redirecting)
                .call(Function.CHECK, answer -> answer.other(0, 1, -1))
                .violates("CHECK-5", TOO_MUCH, 1);
        Play.with(redirecting)
                .call(Function.READ, answer -> answer.others(Counts.UNCOUNTED))
                .holds("READ-11");
        Play.with(Objects.WRITABLE)
                .call(Function.READ, answer -> answer.other(0, 1, 1))
                .saysNothingAbout("READ-11");
        Play.with(Exporters.redirecting(redirecting))
                .call(Function.READ, answer -> answer.other(0, 2, 1))
                .violates("READ-11", KEPT, 1);
        Play.with(redirecting)
                .step(new Step.Make(1, Objects.WRITABLE))
                .call(Function.READ, answer -> answer.other(1, 0, -1))
                .violates("READ-10", "a reference to another object is lost after success", 2);
    }

    @Test
    void aClassGivesUpWhatIsInsideAtOnceOnlyWhereReferencesAreCounted() {
        Exporter nested = new PythonClass(SCRIPTED, PythonClass.Answer.VIEW, null, true);
        Traffic[] kept = {traffic(0, ACQUIRED), traffic(1, ACQUIRED), traffic(0, RELEASED)};
        Play.with(nested).call(Function.READ).holds("READ-11");
        Play.with(nested).call(Function.READ, answer -> answer.traffic(kept)).violates("READ-11", KEPT, 1);
        Play.with(nested)
                .call(
                        Function.READ,
                        answer -> answer.references(Event.UNCOUNTED).traffic(kept))
                .holds("READ-11");
        Play.with(nested)
                .call(
                        Function.READ,
                        answer -> answer.references(Event.UNCOUNTED).traffic(traffic(0, ACQUIRED)))
                .violates("READ-11", KEPT, 1);
    }

    @Test
    void whatIsInsideAMemoryviewIsLookedAtToo() {
        Exporter viewed = Objects.view(SCRIPTED);
        Play.with(viewed).call(Function.READ).saysNothingAbout("READ-11");
        Play.with(viewed)
                .call(Function.READ, answer -> answer.traffic(traffic(1, RELEASED)))
                .violates("READ-11", TOO_MUCH, 1);
    }

    @Test
    void whatAnotherObjectSawIsNotMixedUpWithIt() {
        Play.with(SCRIPTED)
                .call(
                        Function.READ,
                        answer -> answer.traffic(traffic(0, ACQUIRED)).saw(1, 0, RELEASED))
                .violates("READ-11", KEPT, 1);
        Play.with(SCRIPTED)
                .call(Function.READ, answer -> answer.saw(1, 0, RELEASED))
                .holds("READ-11");
    }

    @ParameterizedTest
    @EnumSource(Function.class)
    void anObjectIsFreeAfterTheCall(Function function) {
        String clause = clause(function);
        Play.with(Objects.WRITABLE).call(function).step(RESIZE).holds(clause);
        Play.with(Objects.WRITABLE).call(function).step(RESIZE, STUCK).violates(clause, OUTLIVED, 2);
        Play.with(Objects.view(Objects.READ_ONLY))
                .call(function)
                .call(function)
                .step(new Step.Release(0), STUCK)
                .violates(clause, OUTLIVED, 3);
        Play.with(Objects.HUGE).call(function).step(new Step.Release(0), STUCK).violates(clause, OUTLIVED, 2);
        Play.with(Objects.WRITABLE).step(RESIZE).saysNothingAbout(clause);
        Play.with(Objects.WRITABLE).call(function).saysNothingAbout(clause);
        // who refuses for other reasons tells nothing of exports
        Play.with(Objects.WRITABLE)
                .call(function)
                .step(RESIZE, FOR_ANOTHER_REASON)
                .saysNothingAbout(clause);
    }

    @ParameterizedTest
    @EnumSource(Function.class)
    void nobodyIsBlamedWhereAnotherCouldHaveDoneIt(Function function) {
        String clause = clause(function);
        Function other = function == Function.READ ? Function.WRITE : Function.READ;
        Step strange = new Step.Call(function, 0, Set.of(), ExceptionType.KEY_ERROR);
        Play.with(Objects.WRITABLE).call(other).step(RESIZE, STUCK).saysNothingAbout(clause);
        Play.with(Objects.WRITABLE)
                .call(other)
                .call(function)
                .step(RESIZE, STUCK)
                .saysNothingAbout(clause);
        Play.with(Objects.WRITABLE)
                .call(function)
                .call(other)
                .step(RESIZE, STUCK)
                .saysNothingAbout(clause);
        Play.with(Objects.WRITABLE)
                .call(function)
                .step(strange)
                .step(RESIZE, STUCK)
                .saysNothingAbout(clause);
        Play.with(Objects.WRITABLE)
                .call(function)
                .step(new Step.Acquire(0, 0, Request.SIMPLE))
                .step(new Step.ReleaseView(0))
                .step(RESIZE, STUCK)
                .saysNothingAbout(clause);
        Play.with(Objects.WRITABLE)
                .step(new Step.Parse(0, Step.Code.Y_STAR))
                .call(function)
                .step(RESIZE, STUCK)
                .saysNothingAbout(clause);
    }

    @Test
    void suspicionBeginsWhereTheObjectWasLastSeenFreeOrMade() {
        Play.with(Objects.WRITABLE)
                .call(Function.WRITE)
                .step(RESIZE)
                .call(Function.READ)
                .step(new Step.Resize(0, 5), STUCK)
                .violates("READ-11", OUTLIVED, 4);
        Play.with(Objects.WRITABLE)
                .call(Function.WRITE)
                .step(new Step.Drop(0))
                .step(new Step.Make(0, Objects.WRITABLE))
                .call(Function.READ)
                .step(RESIZE, STUCK)
                .violates("READ-11", OUTLIVED, 5);
    }

    @Test
    void whatWasDoneToAnotherObjectRaisesNoSuspicion() {
        Play.with(Objects.WRITABLE)
                .step(new Step.Make(1, Objects.WRITABLE))
                .call(Function.READ)
                .step(Step.Call.of(Function.WRITE, 1))
                .step(new Step.Acquire(0, 1, Request.SIMPLE))
                .step(new Step.Parse(1, Step.Code.Y_STAR))
                .step(new Step.ReleaseView(0))
                .step(RESIZE, STUCK)
                .violates("READ-11", OUTLIVED, 7);
        Play.with(Objects.WRITABLE)
                .call(Function.WRITE)
                .step(new Step.Make(1, Objects.WRITABLE))
                .step(new Step.Resize(1, 9))
                .call(Function.READ)
                .step(RESIZE, STUCK)
                .saysNothingAbout("READ-11");
    }

    @Test
    void aFailedResizeOfAPinnedObjectDoesNotShowThatItIsFree() {
        Play.with(Objects.WRITABLE)
                .step(new Step.Acquire(0, 0, Request.SIMPLE))
                .call(Function.WRITE)
                .step(RESIZE)
                .step(new Step.ReleaseView(0))
                .call(Function.READ)
                .step(RESIZE, STUCK)
                .saysNothingAbout("READ-11");
    }
}
