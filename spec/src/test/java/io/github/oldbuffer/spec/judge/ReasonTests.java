package io.github.oldbuffer.spec.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Pointer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reasons say what should have been and what was, in this scenario: somebody has to mend it. */
class ReasonTests {

    private static final Step RESIZE = new Step.Resize(0, 9);
    private static final Event STUCK = new Event.Done(Answer.BUFFER_ERROR, List.of());

    private static void reason(String reason, String clause, Play play) {
        assertEquals(reason, play.verdict(clause).violations().get(0).reason());
    }

    @Test
    void aWrongCodeIsToldWithItsException() {
        reason(
                "PyObject_AsReadBuffer on object 0 should return 0, for the object supports the interface; it returned -1"
                        + " with BufferError",
                "READ-1",
                Play.with(Objects.WRITABLE).call(Function.READ, answer -> answer.failed(Answer.BUFFER_ERROR)));
    }

    @Test
    void wrongBytesAreToldBesideTheRightOnes() {
        reason(
                "PyObject_AsReadBuffer on object 0 returned 0, but the bytes there are not the object's: got"
                        + " an address elsewhere (no. 0) with bytes 01020305, expected bytes 01020304",
                "READ-4",
                Play.with(Objects.WRITABLE)
                        .call(
                                Function.READ,
                                answer -> answer.pointer(Pointer.elsewhere(0)).sample(1, 2, 3, 5)));
    }

    @Test
    void aDisagreementIsToldFromBothSides() {
        reason(
                "PyObject_AsWriteBuffer on object 0 gave its memory + 0, length 4; Read returned 0 and gave"
                        + " an address elsewhere (no. 0), length 4",
                "ALL-2",
                Play.with(Objects.WRITABLE)
                        .call(Function.WRITE)
                        .call(Function.READ, answer -> answer.pointer(Pointer.elsewhere(0))));
        reason(
                "PyObject_AsReadBuffer on object 0 returned -1 with TypeError and gave no address,"
                        + " no length; y* gave its memory + 0, length 4",
                "NEW-3",
                Play.with(Objects.WRITABLE)
                        .step(new Step.Parse(0, Step.Code.Y_STAR))
                        .call(Function.READ, answer -> answer.failed(Answer.TYPE_ERROR)));
        reason(
                "PyObject_AsReadBuffer on object 0 returned 0 and gave its memory + 0, length 2; y* failed",
                "NEW-3",
                Play.with(Objects.STRIDED)
                        .step(new Step.Parse(0, Step.Code.Y_STAR))
                        .call(Function.READ, answer -> answer.succeeded(1, 2)));
    }

    @Test
    void anObjectThatIsStuckIsToldWithWhatItRaised() {
        reason(
                "after PyObject_AsReadBuffer the object should be free; the step raised BufferError",
                "READ-11",
                Play.with(Objects.WRITABLE).call(Function.READ).step(RESIZE, STUCK));
        reason(
                "the step should succeed, for no Py_buffer of object 0 is held any more; it raised BufferError",
                "NEW-5",
                Play.with(Objects.WRITABLE)
                        .step(new Step.Acquire(0, 0, Request.SIMPLE))
                        .step(new Step.ReleaseView(0))
                        .step(RESIZE, STUCK));
    }
}
