package io.github.oldbuffer.spec.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.Geometry;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.Quirk;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.exporter.ViewOperation;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Count;
import io.github.oldbuffer.spec.transcript.Counts;
import io.github.oldbuffer.spec.transcript.Damage;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Pointer;
import io.github.oldbuffer.spec.transcript.Raised;
import io.github.oldbuffer.spec.transcript.Sample;
import io.github.oldbuffer.spec.transcript.Traffic;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextTests {

    @Test
    void exporters_read_like_python() {
        assertEquals("bytes(5, seed 1)", ExporterText.of(new Bytes(5, 1, false)));
        assertEquals("array('H', 1 item, seed 0)", ExporterText.of(new Array('H', 1, 0)));
        assertEquals(
                "memoryview(subclass of bytes(12, seed 1))[::-2].cast('B', [2, 3]).toreadonly()",
                ExporterText.of(new MemoryView(
                        new Bytes(12, 1, true),
                        List.of(
                                new ViewOperation.Slice(null, null, -2),
                                new ViewOperation.Cast('B', List.of(2L, 3L)),
                                new ViewOperation.ToReadonly()))));
        assertEquals(
                "object with __buffer__ and __release_buffer__ that raises KeyError",
                ExporterText.of(new PythonClass(
                        new Bytes(1, 0, false), PythonClass.Answer.RAISES, ExceptionType.KEY_ERROR, true)));
    }

    @Test
    void a_scripted_exporter_tells_what_is_special_about_it() {
        assertEquals("scripted(4 bytes, seed 2, read-only)", ExporterText.of(Scripted.flat(4, 2, true)));
        assertEquals(
                "scripted(8 bytes, seed 0, shape [2, 2], strides [4, 2], from byte 1, items of 1 byte, format 'B',"
                        + " writable, refuses every request with OSError, view.obj NULL, no bf_releasebuffer,"
                        + " unlawful: refuses with -2)",
                ExporterText.of(new Scripted(
                        8,
                        0,
                        new Geometry(1, 1, "B", List.of(2L, 2L), List.of(4L, 2L), false),
                        false,
                        new Scripted.Refusal(false, ExceptionType.OS_ERROR),
                        Scripted.Owner.NOBODY,
                        null,
                        false,
                        false,
                        Set.of(Quirk.FAILS_WITH_MINUS_TWO))));
        assertEquals(
                "scripted(3 bytes, seed 1, writable, overwrites the view when it is released)",
                ExporterText.of(new Scripted(
                        3,
                        1,
                        Geometry.flat(3),
                        false,
                        null,
                        Scripted.Owner.SELF,
                        null,
                        false,
                        true,
                        Set.of(Quirk.WIPES_VIEW_ON_RELEASE))));
    }

    @Test
    void steps_read_like_c() {
        assertEquals("PyObject_AsReadBuffer(o0)", StepText.of(Step.Call.of(Function.READ, 0)));
        assertEquals(
                "PyObject_AsCharBuffer(o3, NULL, &length) with ValueError pending",
                StepText.of(new Step.Call(Function.CHAR, 3, Set.of(Step.Argument.BUFFER), ExceptionType.VALUE_ERROR)));
        assertEquals(
                "PyObject_CheckReadBuffer(NULL)",
                StepText.of(new Step.Call(Function.CHECK, 0, Set.of(Step.Argument.OBJECT), null)));
        assertEquals(
                "v1 = PyObject_GetBuffer(o0, PyBUF_FULL_RO)", StepText.of(new Step.Acquire(1, 0, Request.FULL_RO)));
        assertEquals("PyArg_ParseTuple(\"y*\", o2)", StepText.of(new Step.Parse(2, Step.Code.Y_STAR)));
    }

    @Test
    void events_tell_what_happened_and_nothing_else() {
        Step call = Step.Call.of(Function.READ, 4);
        assertEquals(
                "0, pointer o4+0, length 2, bytes 0102",
                EventText.of(
                        call,
                        called(
                                0,
                                null,
                                Pointer.within(0),
                                2L,
                                Sample.read(new byte[] {1, 2}),
                                0,
                                Counts.UNCOUNTED,
                                null,
                                List.of())));
        assertEquals(
                "-1, TypeError (no), pointer NULL, reference count +1, reference count of o1 -1, reference count of"
                        + " the object inside o4 +2, changed the memory from o4-3 on, byte 2 of all that o4 stands on,"
                        + " o4's exporter acquired PyBUF_RECORDS_RO, o4's exporter inside 1 released unknown",
                EventText.of(
                        call,
                        called(
                                -1,
                                new Raised("TypeError", true, "no"),
                                Pointer.NULL,
                                null,
                                Sample.NONE,
                                1,
                                new Counts(
                                        List.of(
                                                new Count(1, 0, -1),
                                                new Count(4, 1, 2),
                                                new Count(5, 0, Event.UNCOUNTED)),
                                        true),
                                new Damage(2L, -3),
                                List.of(
                                        new Traffic(4, 0, Traffic.Kind.ACQUIRED, 0x1c),
                                        new Traffic(4, 1, Traffic.Kind.RELEASED_UNKNOWN, 0)))));
    }

    @Test
    void text_from_outside_cannot_steer_a_terminal() {
        String told = EventText.of(
                new Step.Make(0, new Bytes(1, 0, false)),
                new Event.Made(new Raised("Odd\u001B[2J", false, "line\nbreak\r\u202Eback")));
        assertEquals("Odd?[2J (line?break??back)", told);
        assertFalse(told.contains("\u001B"));
    }

    private static Event called(
            int code,
            Raised raised,
            Pointer pointer,
            Long length,
            Sample sample,
            int references,
            Counts others,
            Damage damage,
            List<Traffic> traffic) {
        return new Event.Called(code, raised, pointer, length, sample, references, others, damage, traffic);
    }
}
