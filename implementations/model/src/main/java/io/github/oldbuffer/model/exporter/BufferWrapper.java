package io.github.oldbuffer.model.exporter;

import io.github.oldbuffer.model.machine.BufferView;
import io.github.oldbuffer.model.machine.Machine;
import io.github.oldbuffer.model.machine.PyObject;

/** The owner of a view that {@code __buffer__} granted: keeps the object and the memoryview it returned alive. */
final class BufferWrapper extends PyObject {

    private final MemoryViewObject memoryView;
    private final PythonClassObject object;

    /** Takes over the caller's reference to the memoryview, and takes one of its own to the object. */
    BufferWrapper(MemoryViewObject memoryView, PythonClassObject object) {
        this.memoryView = memoryView;
        this.object = object;
        object.retain();
    }

    @Override
    public String typeName() {
        return "_buffer_wrapper";
    }

    @Override
    public void releaseBuffer(Machine machine, BufferView view) {
        memoryView.releaseBuffer(machine, view);
        object.released(machine, memoryView);
    }

    @Override
    protected void free(Machine machine) {
        memoryView.drop(machine);
        object.drop(machine);
    }
}
