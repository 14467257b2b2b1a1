package io.github.oldbuffer.model.exporter;

import static io.github.oldbuffer.model.exporter.Requests.castFlat;
import static io.github.oldbuffer.model.exporter.Requests.slice;
import static io.github.oldbuffer.model.exporter.Requests.thrown;
import static io.github.oldbuffer.model.exporter.Requests.view;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.model.machine.BufferView;
import io.github.oldbuffer.model.machine.Flags;
import io.github.oldbuffer.model.machine.PyObject;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.BytesIoBuffer;
import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Geometry;
import io.github.oldbuffer.spec.exporter.Mmap;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.Quirk;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.exporter.ViewOperation;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What keeps what alive, and what is left of memory when nothing does. */
class LifetimeTests {
    private static final ByteArray FOUR = new ByteArray(4, 0, false);

    private final Requests requests = new Requests();

    @Test
    void memoryIsGoneWithTheLastReferenceToItsObject() {
        for (Exporter exporter : List.of(FOUR, Scripted.flat(4, 0, false), new Mmap(Mmap.Access.WRITE, 4, 0))) {
            PyObject object = requests.make(exporter);
            BufferView view = requests.granted(object, Flags.SIMPLE);
            requests.machine.release(view);
            assertTrue(view.buf().readable(4), exporter.toString());
            object.drop(requests.machine);
            assertFalse(view.buf().readable(1), exporter.toString());
        }
    }

    @Test
    void aClosedMmapHasNoMemory() {
        MmapObject object = (MmapObject) requests.make(new Mmap(Mmap.Access.WRITE, 4, 0));
        BufferView view = requests.granted(object, Flags.SIMPLE);
        requests.machine.release(view);
        object.close(requests.machine);
        assertFalse(view.buf().readable(1));
    }

    @Test
    void aStreamsBufferIsGoneWithItsView() {
        MemoryViewObject object = (MemoryViewObject) requests.make(new BytesIoBuffer(4, 0));
        BufferView view = requests.granted(object, Flags.SIMPLE);
        requests.machine.release(view);
        object.close(requests.machine);
        assertFalse(view.buf().readable(1));
    }

    @Test
    void aRedirectionKeepsItsTargetAlive() {
        keepsAlive(
                new Scripted(0, 0, Geometry.flat(0), false, null, Scripted.Owner.OTHER, FOUR, false, true, Set.of()));
    }

    @Test
    void aPythonClassKeepsWhatItHandsOutAlive() {
        keepsAlive(new PythonClass(FOUR, PythonClass.Answer.VIEW, null, true));
    }

    @Test
    void aPythonClassRaisesWhatItsMemoryviewRaised() {
        Scripted refusing = new Scripted(
                4,
                0,
                Geometry.flat(4),
                false,
                new Scripted.Refusal(false, ExceptionType.KEY_ERROR),
                Scripted.Owner.SELF,
                null,
                false,
                true,
                Set.of());
        assertEquals(
                "KeyError: 'refused'",
                requests.refused(
                        requests.make(new PythonClass(refusing, PythonClass.Answer.VIEW, null, true)), Flags.SIMPLE));
    }

    @Test
    void aMemoryviewOfAnExporterWhoseResultAndExceptionDisagreeIsRefused() {
        assertEquals(
                "SystemError: <class 'memoryview'> returned NULL without setting an exception",
                thrown(() -> requests.make(view(unlawful(
                        Quirk.FAILS_WITHOUT_EXCEPTION, new Scripted.Refusal(false, ExceptionType.OS_ERROR))))));
        ScriptedObject object = (ScriptedObject) requests.make(unlawful(Quirk.SUCCEEDS_WITH_EXCEPTION, null));
        assertEquals(
                "SystemError: <class 'memoryview'> returned a result with an exception set",
                thrown(() -> MemoryViewObject.of(requests.machine, object)));
        assertEquals(1, object.references(), "the view is given back");
    }

    @Test
    void nothingComesOfAReleasedMemoryview() {
        MemoryViewObject released = (MemoryViewObject) requests.make(view(4));
        released.close(requests.machine);
        String sentence = "ValueError: operation forbidden on released memoryview object";
        assertEquals(sentence, thrown(() -> MemoryViewObject.of(requests.machine, released)));
        assertEquals(sentence, thrown(() -> released.slice((ViewOperation.Slice) slice(null, null, 1))));
        assertEquals(sentence, thrown(() -> released.cast((ViewOperation.Cast) castFlat('b'))));
        assertEquals(sentence, thrown(released::toReadonly));
    }

    @Test
    void onlyAnMmapForReadingIsImmutable() {
        assertTrue(((MmapObject) requests.make(new Mmap(Mmap.Access.READ, 4, 0))).immutable());
        assertFalse(((MmapObject) requests.make(new Mmap(Mmap.Access.COPY, 4, 0))).immutable());
    }

    private void keepsAlive(Exporter outer) {
        List<PyObject> objects = ObjectMaker.make(requests.machine, 0, outer);
        PyObject inner = objects.get(1);
        assertEquals(2, inner.references());
        inner.drop(requests.machine);
        BufferView view = requests.granted(objects.get(0), Flags.SIMPLE);
        requests.machine.release(view);
        assertTrue(view.buf().readable(4));
        objects.get(0).drop(requests.machine);
        assertFalse(view.buf().readable(1));
    }

    private static Scripted unlawful(Quirk quirk, Scripted.Refusal refusal) {
        return new Scripted(
                4, 0, Geometry.flat(4), false, refusal, Scripted.Owner.SELF, null, false, true, Set.of(quirk));
    }
}
