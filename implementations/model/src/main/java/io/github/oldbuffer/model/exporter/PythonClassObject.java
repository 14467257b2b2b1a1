package io.github.oldbuffer.model.exporter;

import io.github.oldbuffer.model.machine.Exceptions;
import io.github.oldbuffer.model.machine.Machine;
import io.github.oldbuffer.model.machine.Place;
import io.github.oldbuffer.model.machine.PyObject;
import io.github.oldbuffer.model.machine.PythonException;
import io.github.oldbuffer.model.machine.Reply;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.scenario.Moment;
import io.github.oldbuffer.spec.transcript.Raised;
import io.github.oldbuffer.spec.transcript.Traffic;

/** An instance of a Python class with {@code __buffer__}, which records requests and releases. */
public final class PythonClassObject extends PyObject {

    private final PythonClass exporter;
    private final Place place;
    private final PyObject base;

    /** Takes a reference of its own to {@code base}. */
    public PythonClassObject(PythonClass exporter, Place place, PyObject base) {
        this.exporter = exporter;
        this.place = place;
        this.base = base;
        base.retain();
    }

    @Override
    public boolean releasesBuffers() {
        return exporter.releases();
    }

    @Override
    public String typeName() {
        return exporter.releases() ? "ReleasingExporting" : "Exporting";
    }

    @Override
    public boolean exports() {
        return true;
    }

    @Override
    public Reply getBuffer(Machine machine, int flags) {
        machine.act(this, place, Moment.BUFFER, () -> {});
        return switch (exporter.answer()) {
            case VIEW -> view(machine, flags);
            case NO_VIEW -> refuse(machine, flags, Exceptions.typeError("__buffer__ returned non-memoryview object"));
            case RAISES -> refuse(machine, flags, Exceptions.of(exporter.exception(), "refused"));
        };
    }

    private Reply view(Machine machine, int flags) {
        MemoryViewObject memoryView;
        try {
            memoryView = MemoryViewObject.of(machine, base);
        } catch (PythonException thrown) {
            return refuse(machine, flags, thrown.raised());
        }
        Reply reply = machine.getBuffer(memoryView, flags);
        if (reply.code() != 0) {
            // the class sees that it must refuse before the memoryview dies
            refuse(machine, flags, machine.fetch());
            memoryView.drop(machine);
            return Reply.REFUSED;
        }
        machine.record(this, place, Traffic.Kind.ACQUIRED, flags);
        // the wrapper takes over the first reference to the memoryview, the view gives up the second
        BufferWrapper wrapper = new BufferWrapper(memoryView, this);
        memoryView.drop(machine);
        return Reply.granted(reply.view().ownedBy(wrapper));
    }

    private Reply refuse(Machine machine, int flags, Raised raised) {
        machine.raise(raised);
        machine.record(this, place, Traffic.Kind.REFUSED, flags);
        return Reply.REFUSED;
    }

    /** A view that was granted is no more: {@code __release_buffer__} runs, where the class defines it. */
    void released(Machine machine, MemoryViewObject view) {
        if (exporter.releases()) {
            machine.record(this, place, Traffic.Kind.RELEASED, 0);
            machine.act(this, place, Moment.RELEASE, () -> view.close(machine));
        }
    }

    @Override
    protected void free(Machine machine) {
        base.drop(machine);
    }
}
