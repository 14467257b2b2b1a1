package io.github.oldbuffer.spec.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.spec.exporter.BytesIoBuffer;
import io.github.oldbuffer.spec.exporter.Ctypes;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.facts.Facts;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Raised;
import java.util.List;
import org.junit.jupiter.api.Test;

/** NEW-5: a Py_buffer pins the object until PyBuffer_Release, and no longer. */
class ViewPinsTests {

    private static final String LOOSE = "a held Py_buffer did not pin the object";
    private static final String STUCK = "the object is pinned after PyBuffer_Release";
    private static final Step ACQUIRE = new Step.Acquire(0, 0, Request.SIMPLE);
    private static final Step LET_GO = new Step.ReleaseView(0);
    private static final Step RESIZE = new Step.Resize(0, 9);
    private static final Step CLOSE = new Step.Release(0);
    private static final Event RAISED = new Event.Done(Answer.BUFFER_ERROR, List.of());
    private static final Event FINE = new Event.Done(null, List.of());

    @Test
    void aHeldViewPinsWhatCanBeResizedReleasedOrClosed() {
        Play.with(Objects.WRITABLE).step(ACQUIRE).step(RESIZE).holds("NEW-5");
        Play.with(Objects.SHORTS)
                .step(ACQUIRE)
                .step(new Step.Resize(0, 8), FINE)
                .violates("NEW-5", LOOSE, 2);
        for (Exporter closable : List.of(Objects.HUGE, Objects.STRIDED, new BytesIoBuffer(3, 0))) {
            Step acquire = new Step.Acquire(0, 0, Request.FULL_RO);
            Play.with(closable).step(acquire).step(CLOSE).holds("NEW-5");
            Play.with(closable).step(acquire).step(CLOSE, FINE).violates("NEW-5", LOOSE, 2);
        }
    }

    @Test
    void ctypesResizeHasToWaitForTheViewToo() {
        for (Ctypes.Shape shape : List.of(Ctypes.Shape.ARRAY, Ctypes.Shape.STRUCTURE)) {
            Exporter object = new Ctypes(shape, 'h', 3, 1);
            Step larger = new Step.Resize(0, 8);
            Play.with(object).step(ACQUIRE).step(larger).holds("NEW-5");
            Play.with(object).step(ACQUIRE).step(larger, FINE).violates("NEW-5", LOOSE, 2);
            Play.with(object)
                    .step(larger)
                    .call(Function.READ)
                    .step(new Step.Resize(0, 6))
                    .call(Function.READ)
                    .holds("READ-5");
        }
        assertEquals(
                "steps[1]: a ctypes object is never shorter than its type",
                Facts.problem(Scenario.of(
                                new Step.Make(0, new Ctypes(Ctypes.Shape.ARRAY, 'h', 3, 1)), new Step.Resize(0, 4)))
                        .orElseThrow());
    }

    @Test
    void whoRefusesForAnotherReasonTellsNothingOfViews() {
        Event other = new Event.Done(new Raised("ValueError", false, "no character"), List.of());
        Play.with(Objects.WRITABLE)
                .step(ACQUIRE)
                .step(LET_GO)
                .step(RESIZE, other)
                .saysNothingAbout("NEW-5");
    }

    @Test
    void afterwardsTheObjectIsFree() {
        Play.with(Objects.WRITABLE)
                .step(ACQUIRE)
                .step(RESIZE)
                .step(LET_GO)
                .step(RESIZE)
                .holds("NEW-5");
        Play.with(Objects.WRITABLE)
                .step(ACQUIRE)
                .step(LET_GO)
                .step(RESIZE, RAISED)
                .violates("NEW-5", STUCK, 3);
        Play.with(Objects.WRITABLE)
                .step(new Step.Parse(0, Step.Code.W_STAR))
                .step(RESIZE, RAISED)
                .violates("NEW-5", STUCK, 2);
        Play.with(Objects.READ_ONLY)
                .step(new Step.Drop(0))
                .step(new Step.Make(0, Objects.WRITABLE))
                .step(ACQUIRE)
                .step(LET_GO)
                .step(RESIZE, RAISED)
                .violates("NEW-5", STUCK, 5);
    }

    @Test
    void everyViewHasToBeReleased() {
        Play.with(Objects.WRITABLE)
                .step(ACQUIRE)
                .step(new Step.Acquire(1, 0, Request.FULL))
                .step(LET_GO)
                .step(RESIZE, FINE)
                .violates("NEW-5", LOOSE, 4);
    }

    @Test
    void nothingIsSaidWithoutAViewOrWithoutAnAttempt() {
        Play.with(Objects.WRITABLE).step(RESIZE).saysNothingAbout("NEW-5");
        Play.with(Objects.WRITABLE).step(ACQUIRE).step(LET_GO).saysNothingAbout("NEW-5");
        Play.with(Objects.WRITABLE)
                .step(ACQUIRE)
                .step(RESIZE, new Event.Skipped("no"))
                .saysNothingAbout("NEW-5");
    }

    @Test
    void theNewProtocolIsNotBlamedForWhatAFunctionCouldHaveDone() {
        Play.with(Objects.WRITABLE)
                .step(ACQUIRE)
                .call(Function.READ)
                .step(RESIZE, FINE)
                .saysNothingAbout("NEW-5");
        Play.with(Objects.WRITABLE)
                .call(Function.READ)
                .call(Function.WRITE)
                .step(ACQUIRE)
                .step(LET_GO)
                .step(RESIZE, RAISED)
                .saysNothingAbout("NEW-5");
        Play.with(Objects.WRITABLE)
                .call(Function.READ)
                .step(RESIZE)
                .step(ACQUIRE)
                .step(new Step.Resize(0, 3), FINE)
                .violates("NEW-5", LOOSE, 4);
    }
}
