package io.github.oldbuffer.model.exporter;

import static io.github.oldbuffer.model.exporter.Requests.slice;
import static io.github.oldbuffer.model.exporter.Requests.thrown;
import static io.github.oldbuffer.model.exporter.Requests.view;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.model.machine.BufferView;
import io.github.oldbuffer.model.machine.Flags;
import io.github.oldbuffer.model.machine.PyObject;
import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.BytesIoBuffer;
import io.github.oldbuffer.spec.exporter.Ctypes;
import io.github.oldbuffer.spec.exporter.CtypesMatrix;
import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.Mmap;
import io.github.oldbuffer.spec.exporter.NonBuffer;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.scenario.Request;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Views pin objects: resizing and closing wait for the last release. */
class ExportsTests {

    private final Requests requests = new Requests();

    @Test
    void aByteArrayIsResizedOnlyWhileNobodyViewsIt() {
        ByteArrayObject object = (ByteArrayObject) requests.make(new ByteArray(4, 1, false));
        BufferView first = requests.granted(object, Flags.WRITABLE);
        BufferView second = requests.granted(object, Flags.SIMPLE);
        assertEquals(3, object.references());

        requests.machine.release(first);
        assertEquals(
                "BufferError: Existing exports of data: object cannot be re-sized", thrown(() -> object.resize(9)));
        requests.machine.release(second);
        object.resize(9);

        assertEquals(1, object.references());
        BufferView resized = requests.granted(object, Flags.SIMPLE);
        assertEquals(9, resized.len());
        assertEquals(4, resized.buf().plus(3).read());
        assertEquals(0, resized.buf().plus(8).read());
        assertFalse(first.buf().readable(1), "the old place is gone");
    }

    @Test
    void anArrayIsResizedByWholeItemsOnly() {
        ArrayObject object = (ArrayObject) requests.make(new Array('i', 2, 0));

        assertEquals("ValueError: bytes length not a multiple of item size", thrown(() -> object.resize(7)));
        object.resize(12);
        BufferView view = requests.granted(object, Flags.FULL_RO);
        assertEquals(3, view.shape()[0]);
        assertEquals("i", view.format());
        assertEquals("BufferError: cannot resize an array that is exporting buffers", thrown(() -> object.resize(0)));
    }

    @Test
    void anMmapIsClosedOnlyWhileNobodyViewsIt() {
        MmapObject object = (MmapObject) requests.make(new Mmap(Mmap.Access.COPY, 10, 0));
        BufferView view = requests.granted(object, Flags.WRITABLE);

        assertEquals("BufferError: cannot close exported pointers exist", thrown(() -> object.close(requests.machine)));
        requests.machine.release(view);
        object.close(requests.machine);
        object.close(requests.machine);

        assertEquals("ValueError: mmap closed or invalid", requests.refused(object, Flags.SIMPLE));
        assertNull(requests.machine.truth(object));
    }

    @Test
    void aReadOnlyMmapRefusesWriters() {
        PyObject object = requests.make(new Mmap(Mmap.Access.READ, 10, 0));

        assertEquals("BufferError: Object is not writable.", requests.refused(object, Flags.WRITABLE));
        assertTrue(requests.granted(object, Flags.SIMPLE).readonly());
    }

    @Test
    void memoryviewsOfOneExporterShareItsExport() {
        List<PyObject> objects = ObjectMaker.make(requests.machine, 0, view(view(4), slice(1L, null, 1)));
        MemoryViewObject outer = (MemoryViewObject) objects.get(0);
        MemoryViewObject inner = (MemoryViewObject) objects.get(1);
        ByteArrayObject base = (ByteArrayObject) objects.get(2);
        assertEquals(2, base.references(), "the scenario's, and one for both memoryviews together");

        inner.close(requests.machine);
        assertTrue(base.exported());
        outer.drop(requests.machine);
        assertFalse(base.exported());
        assertEquals(1, base.references());
    }

    @Test
    void aMemoryviewIsReleasedOnlyWhileNobodyViewsIt() {
        MemoryViewObject object = (MemoryViewObject) requests.make(new BytesIoBuffer(6, 0));
        BufferView view = requests.granted(object, Flags.WRITABLE);

        assertEquals("BufferError: memoryview has 1 exported buffer", thrown(() -> object.close(requests.machine)));
        requests.granted(object, Flags.SIMPLE);
        assertEquals("BufferError: memoryview has 2 exported buffers", thrown(() -> object.close(requests.machine)));
        requests.machine.release(view);
        requests.machine.release(view);
        object.close(requests.machine);
        object.close(requests.machine);

        String released = "ValueError: operation forbidden on released memoryview object";
        assertEquals(released, requests.refused(object, Flags.SIMPLE));
        assertEquals(released, thrown(object::toReadonly));
    }

    @Test
    void aViewKeepsItsOwnerAlive() {
        PyObject object = requests.make(view(4));
        BufferView view = requests.granted(object, Flags.SIMPLE);
        object.drop(requests.machine);
        assertEquals(1, view.buf().plus(1).read());
        requests.machine.release(view);
        assertEquals(0, object.references());
    }

    @Test
    void ctypesTellFormatShapeAndStridesWhereAsked() {
        PyObject made = requests.make(new Ctypes(Ctypes.Shape.ARRAY, 'h', 3, 1));
        BufferView array = requests.granted(made, Flags.FULL_RO);
        assertEquals("<h", array.format());
        assertArrayEquals(new long[] {3}, array.shape());
        assertArrayEquals(new long[] {2}, array.strides());
        BufferView simple = requests.granted(made, Flags.SIMPLE);
        assertNull(simple.format());
        assertNull(simple.shape());
        assertNull(simple.strides());
        assertEquals(6, simple.len());
        BufferView structure =
                requests.granted(requests.make(new Ctypes(Ctypes.Shape.STRUCTURE, 'd', 2, 1)), Flags.FULL_RO);
        assertEquals(0, structure.ndim());
        assertEquals(16, structure.itemsize());
        assertNull(structure.shape());
    }

    @Test
    void ctypesArraysOfArraysAreInTheOrderOfC() {
        PyObject rows = requests.make(new CtypesMatrix('b', 2, 3, 1));
        assertEquals(6, requests.granted(rows, Request.C_CONTIGUOUS.flags()).len());
        assertEquals(
                "BufferError: ctypes-matrix is in the order of C",
                requests.refused(rows, Request.F_CONTIGUOUS.flags()).toString());
        PyObject line = requests.make(new CtypesMatrix('b', 1, 3, 1));
        assertEquals(3, requests.granted(line, Request.F_CONTIGUOUS.flags()).len());
    }

    @Test
    void otherObjectsHaveNothingToOffer() {
        assertEquals(
                "TypeError: a bytes-like object is required, not 'NoneType'",
                requests.refused(requests.make(new NonBuffer(NonBuffer.Kind.NONE)), Flags.SIMPLE));
        assertNull(requests.machine.truth(requests.make(new NonBuffer(NonBuffer.Kind.STR))));
    }

    @Test
    void aViewGrantedByPythonCodeHoldsTheObjectAndItsBase() {
        ByteArray bytes = new ByteArray(4, 0, false);
        List<PyObject> objects =
                ObjectMaker.make(requests.machine, 0, new PythonClass(bytes, PythonClass.Answer.VIEW, null, true));
        ByteArrayObject base = (ByteArrayObject) objects.get(1);

        BufferView view = requests.granted(objects.get(0), Flags.WRITABLE);
        assertEquals(2, objects.get(0).references());
        assertTrue(base.exported());
        requests.machine.release(view);
        assertEquals(1, objects.get(0).references());
        assertFalse(base.exported());
    }

    @Test
    void pythonCodeMayAnswerNonsenseOrRaise() {
        ByteArray bytes = new ByteArray(4, 0, false);

        assertEquals(
                "TypeError: __buffer__ returned non-memoryview object",
                requests.refused(requests.make(new PythonClass(bytes, PythonClass.Answer.NO_VIEW, null, false)), 0));
        assertEquals(
                "KeyError: 'refused'",
                requests.refused(
                        requests.make(
                                new PythonClass(bytes, PythonClass.Answer.RAISES, ExceptionType.KEY_ERROR, false)),
                        0));
    }
}
