package io.github.oldbuffer.model.exporter;

import io.github.oldbuffer.model.machine.Exceptions;
import io.github.oldbuffer.model.machine.Flags;
import io.github.oldbuffer.model.machine.Machine;
import io.github.oldbuffer.model.machine.PythonException;
import io.github.oldbuffer.model.machine.Reply;
import io.github.oldbuffer.model.machine.Truth;
import io.github.oldbuffer.model.memory.Memory;
import io.github.oldbuffer.spec.exporter.Library;
import io.github.oldbuffer.spec.exporter.LibraryType;

/** An object of a type of Python's libraries: items in one dimension. */
public final class LibraryObject extends MemoryObject implements Closable, Resizable {

    private final LibraryType type;
    private boolean closed;

    public LibraryObject(Library exporter) {
        super(Memory.patterned(exporter.length(), exporter.seed()));
        type = exporter.type();
    }

    @Override
    public boolean releasesBuffers() {
        return !type.word().startsWith("ctypes");
    }

    @Override
    public String typeName() {
        return type.word();
    }

    @Override
    public Reply getBuffer(Machine machine, int flags) {
        if (closed) {
            machine.raise(Exceptions.valueError("operation forbidden on released " + typeName() + " object"));
            return Reply.REFUSED;
        }
        if (readonly() && Flags.writable(flags)) {
            machine.raise(Exceptions.bufferError("Object is not writable."));
            return Reply.REFUSED;
        }
        return grant(flags, type.itemsize(), type.format());
    }

    @Override
    boolean readonly() {
        return type.readonly();
    }

    @Override
    public Truth truth(Machine machine) {
        return closed ? null : super.truth(machine);
    }

    @Override
    public void resize(long length) {
        if (exported()) {
            throw new PythonException(Exceptions.bufferError(typeName() + " has exported buffers"));
        }
        replaceMemory(memory().resized(length));
    }

    @Override
    public void close(Machine machine) {
        if (exported()) {
            throw new PythonException(Exceptions.bufferError(typeName() + " has exported buffers"));
        }
        closed = true;
        memory().free();
    }
}
