package io.github.oldbuffer.model;

import static io.github.oldbuffer.model.Expect.MADE;
import static io.github.oldbuffer.model.Expect.acquired;
import static io.github.oldbuffer.model.Expect.checked;
import static io.github.oldbuffer.model.Expect.granted;
import static io.github.oldbuffer.model.Expect.refused;
import static io.github.oldbuffer.model.Expect.refusedTraffic;
import static io.github.oldbuffer.model.Expect.released;
import static io.github.oldbuffer.model.Expect.sample;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Geometry;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.Mmap;
import io.github.oldbuffer.spec.exporter.NonBuffer;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.Quirk;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.exporter.ViewOperation.Cast;
import io.github.oldbuffer.spec.exporter.ViewOperation.Slice;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.Step.Argument;
import io.github.oldbuffer.spec.scenario.Step.Call;
import io.github.oldbuffer.spec.transcript.Counts;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Pointer;
import io.github.oldbuffer.spec.transcript.Raised;
import io.github.oldbuffer.spec.transcript.Sample;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What CHAR, READ, CHECK and WRITE do with exporters of every kind, written out by hand. */
class FourFunctionsTests {

    private static final String NOT_WRITABLE = "expected a writable bytes-like object";

    @Test
    void bytesAreReadButNotWritten() {
        int[] bytes = {250, 0, 1};
        assertCalls(new Bytes(3, 250, false), granted(bytes), granted(bytes), checked(1), refused(NOT_WRITABLE));
    }

    @Test
    void emptyMemoryHasAnAddressToo() {
        int[] none = {};
        assertCalls(new Array('d', 0, 0), granted(none), granted(none), checked(1), granted(none));
    }

    @Test
    void theLengthCountsBytesNotItems() {
        int[] bytes = {5, 6, 7, 8, 9, 10, 11, 12};
        assertCalls(new Array('i', 2, 5), granted(bytes), granted(bytes), checked(1), granted(bytes));
    }

    @Test
    void objectsWithoutMemoryFail() {
        String message = "a bytes-like object is required, not 'int'";
        assertCalls(
                new NonBuffer(NonBuffer.Kind.INT),
                refused(message),
                refused(message),
                checked(0),
                refused(NOT_WRITABLE));
    }

    @Test
    void aReversedMemoryviewFails() {
        String message = "memoryview: underlying buffer is not C-contiguous";
        assertCalls(
                new MemoryView(new Bytes(4, 0, false), List.of(new Slice(null, null, -1))),
                refused(message),
                refused(message),
                checked(0),
                refused(NOT_WRITABLE));
    }

    @Test
    void aMemoryviewPointsToItsFirstItem() {
        int[] bytes = {2, 3};
        assertCalls(
                new MemoryView(new Array('B', 8, 0), List.of(new Slice(2L, 4L, 1))),
                granted(bytes),
                granted(bytes),
                checked(1),
                granted(bytes));
    }

    @Test
    void anEmptyMemoryviewMayPointBeforeItsExporter() {
        // rows sliced backwards from none: the first would lie before the memory
        int[] none = {};
        assertCalls(
                new MemoryView(
                        new Array('B', 8, 0),
                        List.of(new Cast('B', List.of(2L, 4L)), new Slice(0L, 0L, 1), new Slice(null, null, -1))),
                granted(none),
                granted(none),
                checked(1),
                granted(none));
    }

    @Test
    void memoryBeyondTwoGibibytesIsSampledAtItsEnds() {
        long length = 3L << 30;
        Event all = granted(length, Sample.read(new byte[Sample.WHOLE]));
        assertCalls(new Mmap(Mmap.Access.WRITE, length, 9), all, all, checked(1), all);
    }

    @Test
    void whatIsAcquiredIsReleasedAtOnce() {
        int[] bytes = {0, 1};
        Event readable = granted(bytes, acquired(0, 0), released(0));
        Event writable = granted(bytes, acquired(0, 1), released(0));
        assertCalls(Scripted.flat(2, 0, false), readable, readable, checked(1, acquired(0, 0), released(0)), writable);
    }

    @Test
    void aClassWithBufferInPythonIsAskedThroughItsMemoryview() {
        Exporter exporter = new PythonClass(Scripted.flat(2, 0, true), PythonClass.Answer.VIEW, null, true);
        Event readable = granted(new int[] {0, 1}, acquired(1, 0x11C), acquired(0, 0), released(0), released(1));
        assertCalls(
                exporter,
                readable,
                readable,
                checked(1, acquired(1, 0x11C), acquired(0, 0), released(0), released(1)),
                refused(NOT_WRITABLE, acquired(1, 0x11C), refusedTraffic(0, 1), released(1)));
    }

    @Test
    void whateverTheExporterRaisesBecomesATypeError() {
        Exporter refusing = refusing(ExceptionType.KEYBOARD_INTERRUPT, Set.of());
        assertCalls(
                refusing,
                refused("refused", refusedTraffic(0, 0)),
                refused("refused", refusedTraffic(0, 0)),
                checked(0, refusedTraffic(0, 0)),
                refused(NOT_WRITABLE, refusedTraffic(0, 1)));
    }

    @Test
    void anExceptionDerivedFromTypeErrorPasses() {
        Event.Called called =
                (Event.Called) call(refusing(ExceptionType.DERIVED_TYPE_ERROR, Set.of()), Call.of(Function.READ, 0));
        assertEquals(new Raised("DerivedTypeError", true, "refused"), called.raised());
    }

    @Test
    void aSilentRefusalIsATypeErrorNevertheless() {
        for (Set<Quirk> quirks : List.of(
                Set.of(Quirk.FAILS_WITHOUT_EXCEPTION),
                Set.of(Quirk.FAILS_WITHOUT_EXCEPTION, Quirk.FAILS_WITH_MINUS_TWO),
                Set.of(Quirk.FAILS_WITHOUT_EXCEPTION, Quirk.RUBBISH_ON_FAILURE))) {
            assertCalls(
                    refusing(ExceptionType.OS_ERROR, quirks),
                    refused("expected a bytes-like object", refusedTraffic(0, 0)),
                    refused("expected a bytes-like object", refusedTraffic(0, 0)),
                    checked(0, refusedTraffic(0, 0)),
                    refused(NOT_WRITABLE, refusedTraffic(0, 1)));
        }
    }

    @Test
    void anUnlawfulGrantThatShowsIsReleasedAndFails() {
        for (Quirk quirk : List.of(Quirk.SUCCEEDS_WITH_ONE, Quirk.SUCCEEDS_WITH_EXCEPTION)) {
            List<Event> events = Expect.run(calls(quirk(quirk, false, false)));
            for (int call = 1; call <= 4; call++) {
                Event.Called called = (Event.Called) events.get(call);
                int flags = call == 4 ? 1 : 0;
                assertEquals(call == 3 ? 0 : -1, called.code());
                assertEquals(List.of(acquired(0, flags), released(0)), called.traffic());
                assertEquals(Pointer.UNTOUCHED, called.pointer());
                assertEquals(0, called.references());
            }
        }
        assertEquals(
                refused(NOT_WRITABLE, acquired(0, 1), released(0)),
                call(quirk(Quirk.GRANTS_WRITABLE, true, false), Call.of(Function.WRITE, 0)));
        assertEquals(
                checked(0, acquired(0, 0), released(0)),
                call(quirk(null, false, true), Call.of(Function.CHECK, 0)),
                "bytes at NULL");
    }

    @Test
    void nullWithoutBytesIsAnAnswer() {
        Scripted scripted =
                new Scripted(0, 0, Geometry.flat(0), false, null, Scripted.Owner.SELF, null, true, true, Set.of());
        Event expected = new Event.Called(
                0, null, Pointer.NULL, 0L, sample(), 0, Counts.UNCHANGED, null, List.of(acquired(0, 0), released(0)));
        assertEquals(expected, call(scripted, Call.of(Function.READ, 0)));
    }

    @Test
    void nullArgumentsAreTypeErrorsAndTouchNothing() {
        Bytes bytes = new Bytes(3, 0, false);
        for (Argument argument : Argument.values()) {
            assertEquals(refused("null argument"), call(bytes, new Call(Function.READ, 0, Set.of(argument), null)));
        }
        assertEquals(checked(0), call(bytes, new Call(Function.CHECK, 0, Set.of(Argument.OBJECT), null)));
    }

    @Test
    void aPendingExceptionSurvivesSuccessAndIsReplacedByFailure() {
        Raised pending = new Raised("RuntimeError", false, "pending");
        Bytes bytes = new Bytes(1, 0, false);
        Event.Called read = (Event.Called) call(bytes, pending(Function.READ));
        assertEquals(0, read.code());
        assertEquals(pending, read.raised());
        assertEquals(refused(NOT_WRITABLE), call(bytes, pending(Function.WRITE)));
        Event.Called check = (Event.Called) call(new NonBuffer(NonBuffer.Kind.STR), pending(Function.CHECK));
        assertEquals(0, check.code());
        assertEquals(pending, check.raised());
    }

    private static Call pending(Function function) {
        return new Call(function, 0, Set.of(), ExceptionType.RUNTIME_ERROR);
    }

    private static Event call(Exporter exporter, Call call) {
        return Expect.run(new Step.Make(0, exporter), call).get(1);
    }

    /** Makes the object, then calls CHAR, READ, CHECK and WRITE, in this order, twice. */
    private static Step[] calls(Exporter exporter) {
        return new Step[] {
            new Step.Make(0, exporter),
            Call.of(Function.CHAR, 0),
            Call.of(Function.READ, 0),
            Call.of(Function.CHECK, 0),
            Call.of(Function.WRITE, 0),
            Call.of(Function.CHAR, 0),
            Call.of(Function.READ, 0),
            Call.of(Function.CHECK, 0),
            Call.of(Function.WRITE, 0)
        };
    }

    private static void assertCalls(Exporter exporter, Event... expected) {
        List<Event> events = Expect.run(calls(exporter));
        List<Event> twice = Collections.nCopies(2, List.of(expected)).stream()
                .flatMap(List::stream)
                .toList();
        assertEquals(MADE, events.get(0));
        assertEquals(twice, events.subList(1, events.size()));
    }

    private static Scripted refusing(ExceptionType exception, Set<Quirk> quirks) {
        Scripted.Refusal refusal = new Scripted.Refusal(false, exception);
        return new Scripted(3, 0, Geometry.flat(3), false, refusal, Scripted.Owner.SELF, null, false, true, quirks);
    }

    private static Scripted quirk(Quirk quirk, boolean readonly, boolean nullBuffer) {
        Set<Quirk> quirks = quirk == null ? Set.of() : Set.of(quirk);
        return new Scripted(
                3, 0, Geometry.flat(3), readonly, null, Scripted.Owner.SELF, null, nullBuffer, true, quirks);
    }
}
