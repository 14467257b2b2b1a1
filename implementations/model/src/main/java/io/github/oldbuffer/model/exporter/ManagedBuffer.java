package io.github.oldbuffer.model.exporter;

import io.github.oldbuffer.model.machine.BufferView;
import io.github.oldbuffer.model.machine.Exceptions;
import io.github.oldbuffer.model.machine.Flags;
import io.github.oldbuffer.model.machine.Machine;
import io.github.oldbuffer.model.machine.PyObject;
import io.github.oldbuffer.model.machine.PythonException;
import io.github.oldbuffer.model.machine.Reply;
import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.transcript.Raised;

/** The one view of an exporter that all memoryviews derived from one another share; released with the last of them. */
final class ManagedBuffer {

    private final BufferView master;
    private int memoryViews;

    private ManagedBuffer(BufferView master) {
        this.master = master;
    }

    /**
     * Asks an exporter for everything it can tell about its memory.
     *
     * @throws PythonException where the exporter refuses
     */
    static ManagedBuffer of(Machine machine, PyObject exporter) {
        Reply reply = machine.getBuffer(exporter, Flags.FULL_RO);
        Raised raised = machine.fetch();
        if (reply.code() < 0) {
            throw new PythonException(raised != null ? raised : returned("NULL without setting an exception"));
        }
        if (raised != null) {
            machine.release(reply.view());
            throw new PythonException(returned("a result with an exception set"));
        }
        return new ManagedBuffer(reply.view());
    }

    BufferView master() {
        return master;
    }

    void attach() {
        memoryViews++;
    }

    void detach(Machine machine) {
        memoryViews--;
        if (memoryViews == 0) {
            machine.release(master);
        }
    }

    /** What the interpreter says of a function whose result and exception disagree. */
    private static Raised returned(String what) {
        return Exceptions.of(ExceptionType.SYSTEM_ERROR, "<class 'memoryview'> returned " + what);
    }
}
