package io.github.oldbuffer.model.exporter;

import io.github.oldbuffer.model.machine.Exceptions;
import io.github.oldbuffer.model.machine.Machine;
import io.github.oldbuffer.model.machine.PythonException;
import io.github.oldbuffer.model.machine.Reply;
import io.github.oldbuffer.model.machine.Truth;
import io.github.oldbuffer.model.memory.Memory;
import io.github.oldbuffer.spec.exporter.Mmap;

/** An {@code mmap.mmap}: of fixed size, writable unless mapped for reading, and closable. */
public final class MmapObject extends MemoryObject implements Closable, Immutable {

    private final Mmap.Access access;
    private boolean closed;

    public MmapObject(Mmap exporter) {
        super(Memory.patterned(exporter.length(), exporter.seed()));
        access = exporter.access();
    }

    @Override
    public String typeName() {
        return "mmap.mmap";
    }

    @Override
    public Reply getBuffer(Machine machine, int flags) {
        if (closed) {
            machine.raise(Exceptions.valueError("mmap closed or invalid"));
            return Reply.REFUSED;
        }
        return super.getBuffer(machine, flags);
    }

    @Override
    public Truth truth(Machine machine) {
        return closed ? null : super.truth(machine);
    }

    @Override
    boolean readonly() {
        return access == Mmap.Access.READ;
    }

    @Override
    public boolean immutable() {
        return readonly();
    }

    @Override
    public void close(Machine machine) {
        if (exported()) {
            throw new PythonException(Exceptions.bufferError("cannot close exported pointers exist"));
        }
        closed = true;
        memory().free();
    }
}
