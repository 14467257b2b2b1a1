package io.github.oldbuffer.spec.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.BytesIoBuffer;
import io.github.oldbuffer.spec.exporter.Ctypes;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Mmap;
import io.github.oldbuffer.spec.facts.Facts;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Sharing;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.Way;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Two objects over one memory: what changes in one changes in the other, and the one pins the other. */
class SharedMemoryTests {

    private static final String LOOSE = "a held Py_buffer did not pin the object";
    private static final String STUCK = "the object is pinned after PyBuffer_Release";
    private static final Exporter BASE = new ByteArray(4, 1, false);
    private static final Step VIEW = new Step.Share(1, 0, Sharing.MEMORYVIEW, 2);
    private static final Step RESIZE = new Step.Resize(0, 9);
    private static final Event RAISED = new Event.Done(Answer.BUFFER_ERROR, List.of());
    private static final Event FINE = new Event.Done(null, List.of());

    @ParameterizedTest
    @EnumSource(
            value = Sharing.class,
            names = {"MEMORYVIEW", "PICKLE_BUFFER", "FROM_BUFFER"})
    void whatStandsOnTheMemoryOfAnotherPinsIt(Sharing sharing) {
        Step share = new Step.Share(1, 0, sharing, 0);
        Play.with(BASE).step(share).step(RESIZE).holds("NEW-5");
        Play.with(BASE).step(share).step(RESIZE, FINE).violates("NEW-5", LOOSE, 2);
        // who called a function may have left an export: that is the function's
        Play.with(BASE)
                .step(share)
                .step(Step.Call.of(Function.READ, 1))
                .step(RESIZE, FINE)
                .saysNothingAbout("NEW-5");
    }

    @Test
    void afterItsReleaseTheOtherIsFree() {
        Play.with(BASE).step(VIEW).step(new Step.Release(1)).step(RESIZE).holds("NEW-5");
        Play.with(BASE)
                .step(VIEW)
                .step(new Step.Release(1))
                .step(RESIZE, RAISED)
                .violates("NEW-5", STUCK, 3);
    }

    @Test
    void aBufferPinsItsStreamAndNoOtherBuffer() {
        Exporter stream = new BytesIoBuffer(3, 1);
        for (Step step : List.of(
                new Step.Resize(0, 9, Way.WRITE),
                new Step.Resize(0, 2, Way.TRUNCATE),
                new Step.Resize(0, 0, Way.CLOSE))) {
            Play.with(stream).step(step).holds("NEW-5");
            Play.with(stream).step(step, FINE).violates("NEW-5", LOOSE, 1);
        }
        Play.with(stream)
                .step(new Step.Share(1, 0, Sharing.GETBUFFER, 0))
                .step(new Step.Release(0))
                .step(Step.Call.of(Function.READ, 1))
                .holds("READ-4");
    }

    @Test
    void aChangeOfOneShowsThroughThePointerOfTheOther() {
        for (int changed = 0; changed < 2; changed++) {
            Step change = new Step.Change(changed, changed == 0 ? 3 : 1, 99);
            Play.with(BASE)
                    .step(VIEW)
                    .step(Step.Call.of(Function.READ, 1 - changed))
                    .step(change)
                    .step(new Step.Peek(Function.READ, 1 - changed))
                    .holds("READ-7");
        }
        Play.with(BASE)
                .step(VIEW)
                .step(Step.Call.of(Function.READ, 1))
                .step(new Step.Change(0, 3, 99))
                .step(new Step.Peek(Function.READ, 1), new Event.Peeked(Sample.take(2, offset -> 3 + (int) offset)))
                .violates("READ-7", "a change made by other means does not show through the pointer", 4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 | MEMORYVIEW    | 0  | only the memory of a bytes, a bytearray, an array or an mmap is shared
            2 | FROM_BUFFER   | 0  | ctypes stands on writable memory only
            4 | FROM_BUFFER   | 0  | ctypes stands on no mmap, which may be closed under it
            0 | PICKLE_BUFFER | 1  | a PickleBuffer starts where its object does
            0 | MEMORYVIEW    | 5  | a share starts inside the memory
            0 | FROM_BUFFER   | 5  | a share starts inside the memory
            0 | GETBUFFER     | 0  | only a stream has another buffer
            3 | MEMORYVIEW    | 0  | a memory that is shared has at most 65536 bytes
            """)
    void whatCannotBeSharedIsRefusedInASentence(int base, Sharing sharing, long start, String sentence) {
        Exporter exporter = List.of(
                        BASE,
                        new Ctypes(Ctypes.Shape.ARRAY, 'h', 3, 1),
                        new Bytes(4, 1, false),
                        new Mmap(Mmap.Access.WRITE, 1L << 20, 0),
                        new Mmap(Mmap.Access.WRITE, 4, 0))
                .get(base);
        refused(sentence, new Step.Make(0, exporter), new Step.Share(1, 0, sharing, start));
    }

    @Test
    void noStepHangsOnWhatIsLeftOpen() {
        Step make = new Step.Make(0, BASE);
        refused(
                "what stands on the memory of another is not shared itself",
                make,
                VIEW,
                new Step.Share(2, 1, Sharing.MEMORYVIEW, 0));
        refused("an object is dropped after its views", make, VIEW, new Step.Drop(0));
        refused("whether what was dropped still pins the object is left open", make, VIEW, new Step.Drop(1), RESIZE);
        refused(
                "an object is dropped after those that stand on its memory",
                new Step.Make(0, new BytesIoBuffer(3, 1)),
                new Step.Share(1, 0, Sharing.GETBUFFER, 0),
                new Step.Drop(0));
    }

    @ParameterizedTest
    @CsvSource({
        "APPEND,6,true", "APPEND,8,false", "INSERT,6,true", "EXTEND,8,true", "EXTEND,2,false", "ADD,6,true",
        "ASSIGN,2,true", "ASSIGN,8,true", "POP,2,true", "POP,0,false", "REMOVE,0,false", "CLEAR,0,false",
        "REPEAT,0,true", "WRITE,6,false", "CLOSE,0,false"
    })
    void aWayResizesAsItsMethodDoes(Way way, long length, boolean can) {
        assertEquals(
                can,
                Facts.problem(Scenario.of(new Step.Make(0, new Array('h', 2, 1)), new Step.Resize(0, length, way)))
                        .isEmpty());
    }

    private static void refused(String sentence, Step... steps) {
        assertEquals(
                "steps[" + (steps.length - 1) + "]: " + sentence,
                Facts.problem(Scenario.of(steps)).orElseThrow());
    }
}
