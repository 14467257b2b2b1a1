package io.github.oldbuffer.model;

import static io.github.oldbuffer.model.Expect.DONE;
import static io.github.oldbuffer.model.Expect.MADE;
import static io.github.oldbuffer.model.Expect.acquired;
import static io.github.oldbuffer.model.Expect.bufferError;
import static io.github.oldbuffer.model.Expect.granted;
import static io.github.oldbuffer.model.Expect.notViewed;
import static io.github.oldbuffer.model.Expect.refused;
import static io.github.oldbuffer.model.Expect.released;
import static io.github.oldbuffer.model.Expect.sample;
import static io.github.oldbuffer.model.Expect.typeError;
import static io.github.oldbuffer.model.Expect.viewed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.BytesIoBuffer;
import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.Mmap;
import io.github.oldbuffer.spec.exporter.NonBuffer;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.exporter.ViewOperation.Cast;
import io.github.oldbuffer.spec.exporter.ViewOperation.Slice;
import io.github.oldbuffer.spec.exporter.ViewOperation.ToReadonly;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.Step.Call;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Sample;
import io.github.oldbuffer.spec.transcript.Traffic;
import io.github.oldbuffer.spec.transcript.Traffic.Kind;
import io.github.oldbuffer.spec.transcript.ViewFields;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scenarios of several steps, with every event written out by hand. */
class StepsTests {

    private static final Event NO_POINTER = new Event.Skipped("no pointer");
    private static final Event NO_OBJECT = new Event.Skipped("no such object");

    @Test
    void theMemoryItselfIsReadAndWrittenNotACopy() {
        assertEquals(
                List.of(
                        MADE,
                        granted(new int[] {0, 1, 2}),
                        granted(new int[] {0, 1, 2}),
                        DONE,
                        new Event.Peeked(sample(0, 99, 2)),
                        new Event.Poked(7),
                        new Event.Skipped("the pointer is not in the object's memory"),
                        granted(new int[] {0, 99, 7})),
                Expect.run(
                        new Step.Make(0, new ByteArray(3, 0, false)),
                        Call.of(Function.READ, 0),
                        Call.of(Function.WRITE, 0),
                        new Step.Change(0, 1, 99),
                        new Step.Peek(Function.READ, 0),
                        new Step.Poke(0, 2, 7),
                        new Step.Poke(0, 3, 7),
                        Call.of(Function.CHAR, 0)));
    }

    @Test
    void aHeldViewPinsWhatTheFourFunctionsDoNot() {
        assertEquals(
                List.of(
                        MADE,
                        granted(new int[] {0, 1}),
                        viewed(2),
                        new Event.Done(bufferError("Existing exports of data: object cannot be re-sized"), List.of()),
                        new Event.Peeked(sample(0, 1)),
                        DONE,
                        DONE,
                        NO_POINTER,
                        granted(new int[] {0, 1, 0, 0})),
                Expect.run(
                        new Step.Make(0, new ByteArray(2, 0, true)),
                        Call.of(Function.READ, 0),
                        new Step.Acquire(0, 0, Request.SIMPLE),
                        new Step.Resize(0, 4),
                        new Step.Peek(Function.READ, 0),
                        new Step.ReleaseView(0),
                        new Step.Resize(0, 4),
                        new Step.Peek(Function.READ, 0),
                        Call.of(Function.READ, 0)));
    }

    @Test
    void parsingFollowsCPython() {
        String strided = "memoryview: underlying buffer is not C-contiguous";
        assertEquals(
                List.of(
                        MADE,
                        viewed(3),
                        notViewed(typeError("argument 1 must be read-write bytes-like object, not bytes")),
                        MADE,
                        notViewed(bufferError(strided)),
                        notViewed(typeError("argument 1 must be read-write bytes-like object, not memoryview")),
                        MADE,
                        notViewed(typeError("a bytes-like object is required, not 'NoneType'")),
                        notViewed(typeError("argument 1 must be read-write bytes-like object, not None")),
                        MADE,
                        viewed(2, new Traffic(3, 0, Kind.ACQUIRED, 1), new Traffic(3, 0, Kind.RELEASED, 0))),
                Expect.run(
                        new Step.Make(0, new Bytes(3, 0, false)),
                        new Step.Parse(0, Step.Code.Y_STAR),
                        new Step.Parse(0, Step.Code.W_STAR),
                        new Step.Make(1, new MemoryView(new Array('B', 4, 0), List.of(new Slice(null, null, 2)))),
                        new Step.Parse(1, Step.Code.Y_STAR),
                        new Step.Parse(1, Step.Code.W_STAR),
                        new Step.Make(2, new NonBuffer(NonBuffer.Kind.NONE)),
                        new Step.Parse(2, Step.Code.Y_STAR),
                        new Step.Parse(2, Step.Code.W_STAR),
                        new Step.Make(3, Scripted.flat(2, 0, false)),
                        new Step.Parse(3, Step.Code.W_STAR)));
    }

    @Test
    void acquiringTellsMoreThanTheFourFunctions() {
        MemoryView strided = new MemoryView(new Array('h', 4, 0), List.of(new Slice(null, null, -2)));
        assertEquals(
                List.of(
                        MADE,
                        notViewed(bufferError("memoryview: underlying buffer is not C-contiguous")),
                        viewed(4),
                        new Event.Skipped("the view is in use"),
                        viewed(4),
                        new Event.Done(bufferError("memoryview has 2 exported buffers"), List.of()),
                        DONE,
                        DONE,
                        new Event.Skipped("no such view"),
                        DONE,
                        refused("operation forbidden on released memoryview object")),
                Expect.run(
                        new Step.Make(0, strided),
                        new Step.Acquire(0, 0, Request.WRITABLE),
                        new Step.Acquire(0, 0, Request.STRIDES),
                        new Step.Acquire(0, 0, Request.STRIDES),
                        new Step.Acquire(63, 0, Request.FULL),
                        new Step.Release(0),
                        new Step.ReleaseView(0),
                        new Step.ReleaseView(63),
                        new Step.ReleaseView(63),
                        new Step.Release(0),
                        Call.of(Function.READ, 0)));
    }

    @Test
    void releasingAMemoryviewReachesTheExporterBelow() {
        assertEquals(
                List.of(MADE, new Event.Done(null, List.of(released(1))), DONE, DONE, NO_OBJECT),
                Expect.run(
                        new Step.Make(0, new MemoryView(Scripted.flat(2, 0, false), List.of(new ToReadonly()))),
                        new Step.Release(0),
                        new Step.Release(0),
                        new Step.Drop(0),
                        Call.of(Function.CHAR, 0)));
    }

    @Test
    void droppingEndsTheExportsBelowAndFreesTheNumber() {
        assertEquals(
                List.of(MADE, new Event.Done(null, List.of(released(1))), MADE, granted(new int[] {5})),
                Expect.run(
                        new Step.Make(0, new MemoryView(Scripted.flat(2, 0, false), List.of())),
                        new Step.Drop(0),
                        new Step.Make(0, new Bytes(1, 5, false)),
                        Call.of(Function.READ, 0)));
    }

    @Test
    void aViewOutlivesTheScenariosReferenceToItsObject() {
        assertEquals(
                List.of(MADE, viewed(2, acquired(0, 0x18)), DONE, new Event.Done(null, List.of(released(0)))),
                Expect.run(
                        new Step.Make(0, Scripted.flat(2, 0, false)),
                        new Step.Acquire(1, 0, Request.STRIDES),
                        new Step.Drop(0),
                        new Step.ReleaseView(1)));
    }

    @Test
    void nobodyIsToldOfWhatTheObjectBeforeWithItsNumberSaw() {
        assertEquals(
                List.of(MADE, viewed(2, acquired(0, 0x18)), DONE, MADE, DONE),
                Expect.run(
                        new Step.Make(0, Scripted.flat(2, 0, false)),
                        new Step.Acquire(1, 0, Request.STRIDES),
                        new Step.Drop(0),
                        new Step.Make(0, Scripted.flat(2, 0, false)),
                        new Step.ReleaseView(1)));
    }

    @Test
    void changesReachTheBottomUnlessItIsImmutable() {
        Event immutable = new Event.Done(typeError("cannot modify read-only memory"), List.of());
        assertEquals(
                List.of(MADE, DONE, granted(new int[] {1, 44}), MADE, immutable, MADE, immutable, MADE, DONE),
                Expect.run(
                        new Step.Make(
                                0,
                                new MemoryView(
                                        new BytesIoBuffer(4, 0), List.of(new Slice(1L, 3L, 1), new ToReadonly()))),
                        new Step.Change(0, 1, 44),
                        Call.of(Function.READ, 0),
                        new Step.Make(1, new Bytes(2, 0, false)),
                        new Step.Change(1, 0, 1),
                        new Step.Make(2, new Mmap(Mmap.Access.READ, 2, 0)),
                        new Step.Change(2, 0, 1),
                        new Step.Make(3, Scripted.flat(2, 0, true)),
                        new Step.Change(3, 0, 1)));
    }

    @Test
    void hugeMemoryIsWrittenWhereItIsAndNowhereElse() {
        long length = 1L << 40;
        byte[] zerosButTheLast = new byte[64];
        zerosButTheLast[63] = 3;
        List<Event> events = Expect.run(
                new Step.Make(0, new Mmap(Mmap.Access.COPY, length, 0)),
                Call.of(Function.WRITE, 0),
                new Step.Poke(0, length - 1, 3),
                new Step.Peek(Function.WRITE, 0));

        assertEquals(new Event.Poked(3), events.get(2));
        assertEquals(new Event.Peeked(Sample.read(zerosButTheLast)), events.get(3));
    }

    @Test
    void whatCannotBeMadeIsToldAndSkippedFromThenOn() {
        MemoryView impossible = new MemoryView(new ByteArray(3, 0, false), List.of(new Cast('i', null)));
        PythonClass raising =
                new PythonClass(new ByteArray(3, 0, false), PythonClass.Answer.RAISES, ExceptionType.CUSTOM, false);
        assertEquals(
                List.of(
                        new Event.Made(typeError("memoryview: length is not a multiple of itemsize")),
                        NO_OBJECT,
                        MADE,
                        refused("refused", new Traffic(1, 0, Kind.REFUSED, 0)),
                        new Event.Skipped("the object has no such byte")),
                Expect.run(
                        new Step.Make(0, impossible),
                        Call.of(Function.READ, 0),
                        new Step.Make(1, raising),
                        Call.of(Function.READ, 1),
                        new Step.Change(1, 0, 0)));
    }

    @Test
    void stepsThatMakeNoSenseAreSkipped() {
        assertEquals(
                List.of(
                        MADE,
                        new Event.Skipped("the object's number is in use"),
                        NO_POINTER,
                        NO_POINTER,
                        new Event.Skipped("the object cannot be resized"),
                        new Event.Skipped("the object cannot be released"),
                        new Event.Skipped("no such view"),
                        NO_OBJECT),
                Expect.run(
                        new Step.Make(0, new Bytes(3, 0, false)),
                        new Step.Make(0, new Bytes(3, 0, false)),
                        new Step.Peek(Function.READ, 0),
                        new Step.Poke(0, 0, 0),
                        new Step.Resize(0, 4),
                        new Step.Release(0),
                        new Step.ReleaseView(0),
                        new Step.Drop(5)));
    }

    @Test
    void aViewThatIsHeldTellsItsFields() {
        var transcript = ModelImplementation.lawful()
                .run(List.of(Scenario.of(
                        new Step.Make(0, new Bytes(4, 1, false)),
                        new Step.Acquire(0, 0, Request.ND),
                        new Step.Acquire(1, 0, Request.FULL_RO),
                        new Step.Parse(0, Step.Code.Y_STAR))))
                .get(0);
        assertEquals(
                new ViewFields(true, 1, null, 1, List.of(4L), null, null),
                ((Event.Viewed) transcript.events().get(1)).fields());
        assertEquals(
                new ViewFields(true, 1, "B", 1, List.of(4L), List.of(1L), null),
                ((Event.Viewed) transcript.events().get(2)).fields());
        assertNull(((Event.Viewed) transcript.events().get(3)).fields());
    }
}
