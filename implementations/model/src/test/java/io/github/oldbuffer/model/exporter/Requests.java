package io.github.oldbuffer.model.exporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.oldbuffer.model.machine.BufferView;
import io.github.oldbuffer.model.machine.Machine;
import io.github.oldbuffer.model.machine.PyObject;
import io.github.oldbuffer.model.machine.PythonException;
import io.github.oldbuffer.model.machine.Reply;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.ViewOperation;
import io.github.oldbuffer.spec.transcript.Raised;
import java.util.List;
import org.junit.jupiter.api.Assertions;

/** Objects made and asked for their buffers, shared by the tests of exporters. */
final class Requests {

    final Machine machine = new Machine();

    PyObject make(Exporter exporter) {
        return ObjectMaker.make(machine, 0, exporter).get(0);
    }

    static MemoryView view(Exporter base, ViewOperation... operations) {
        return new MemoryView(base, List.of(operations));
    }

    static MemoryView view(long length, ViewOperation... operations) {
        return view(new ByteArray(length, 0, false), operations);
    }

    static ViewOperation slice(Long start, Long stop, long step) {
        return new ViewOperation.Slice(start, stop, step);
    }

    static ViewOperation cast(char format, Long... shape) {
        return new ViewOperation.Cast(format, List.of(shape));
    }

    static ViewOperation castFlat(char format) {
        return new ViewOperation.Cast(format, null);
    }

    BufferView granted(PyObject object, int flags) {
        Reply reply = machine.getBuffer(object, flags);
        assertEquals(0, reply.code());
        assertNull(machine.fetch());
        return reply.view();
    }

    String refused(PyObject object, int flags) {
        assertEquals(-1, machine.getBuffer(object, flags).code());
        return text(machine.fetch());
    }

    static String text(Raised raised) {
        return raised.type() + ": " + raised.message();
    }

    static String thrown(Runnable action) {
        return text(Assertions.assertThrows(PythonException.class, action::run).raised());
    }
}
