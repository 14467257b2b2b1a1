package io.github.oldbuffer.model.exporter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.BytesIoBuffer;
import io.github.oldbuffer.spec.exporter.Ctypes;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Geometry;
import io.github.oldbuffer.spec.exporter.Mmap;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.Scripted;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Types are called as Python and the probe call them: the names stand in messages. */
class TypeNameTests {
    private final Requests requests = new Requests();

    @Test
    void everyTypeHasItsName() {
        isCalled("bytes", new Bytes(1, 0, false));
        isCalled("BytesSubclass", new Bytes(1, 0, true));
        isCalled("bytearray", new ByteArray(1, 0, false));
        isCalled("BytearraySubclass", new ByteArray(1, 0, true));
        isCalled("array.array", new Array('i', 1, 0));
        isCalled("memoryview", new BytesIoBuffer(1, 0));
        isCalled("mmap.mmap", new Mmap(Mmap.Access.READ, 1, 0));
        isCalled("Array", new Ctypes(Ctypes.Shape.ARRAY, 'i', 2, 0));
        isCalled("Structure", new Ctypes(Ctypes.Shape.STRUCTURE, 'i', 2, 0));
        isCalled("Scalar", new Ctypes(Ctypes.Shape.SCALAR, 'i', 1, 0));
        isCalled("Exporting", python(false));
        isCalled("ReleasingExporting", python(true));
        isCalled("oldbuffer.Scripted", scripted(true));
        isCalled("oldbuffer.ScriptedWithoutRelease", scripted(false));
    }

    private void isCalled(String name, Exporter exporter) {
        assertEquals(name, requests.make(exporter).typeName());
    }

    private static Exporter python(boolean releases) {
        return new PythonClass(new ByteArray(1, 0, false), PythonClass.Answer.VIEW, null, releases);
    }

    private static Exporter scripted(boolean releases) {
        return new Scripted(1, 0, Geometry.flat(1), false, null, Scripted.Owner.SELF, null, false, releases, Set.of());
    }
}
