package io.github.oldbuffer.model.exporter;

import io.github.oldbuffer.model.machine.Exceptions;
import io.github.oldbuffer.model.machine.Flags;
import io.github.oldbuffer.model.machine.Machine;
import io.github.oldbuffer.model.machine.PythonException;
import io.github.oldbuffer.model.machine.Reply;
import io.github.oldbuffer.model.machine.Truth;
import io.github.oldbuffer.model.memory.Memory;
import io.github.oldbuffer.spec.exporter.MadeOfBytes;

/** An object that is made out of bytes: items in C order. */
public final class ObjectOfBytes extends MemoryObject implements Closable, Resizable {

    private final MadeOfBytes made;
    private boolean closed;

    public ObjectOfBytes(MadeOfBytes made) {
        super(Memory.patterned(made.length(), made.seed()));
        this.made = made;
    }

    @Override
    public boolean releasesBuffers() {
        return !made.kind().word().startsWith("ctypes");
    }

    @Override
    public String typeName() {
        return made.kind().word();
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
        if (Flags.fContiguous(flags)
                && made.shape().stream().filter(extent -> extent > 1).count() > 1) {
            machine.raise(Exceptions.bufferError(typeName() + " is in the order of C"));
            return Reply.REFUSED;
        }
        return made.shape().size() == 1
                ? grant(flags, made.itemsize(), made.format())
                : grant(flags, made.itemsize(), made.format(), made.shape());
    }

    @Override
    boolean readonly() {
        return made.readonly();
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
