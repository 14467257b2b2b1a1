package io.github.oldbuffer.model.exporter;

import io.github.oldbuffer.model.machine.Exceptions;
import io.github.oldbuffer.model.machine.Flags;
import io.github.oldbuffer.model.machine.Machine;
import io.github.oldbuffer.model.machine.PyObject;
import io.github.oldbuffer.model.machine.PythonException;
import io.github.oldbuffer.model.machine.Reply;
import io.github.oldbuffer.model.memory.Memory;
import io.github.oldbuffer.spec.exporter.ByteArray;

/** A {@code bytearray}, or an object of a subclass: writable and resizable. */
public final class ByteArrayObject extends MemoryObject implements Resizable {

    private final boolean subclass;

    public ByteArrayObject(ByteArray exporter) {
        super(Memory.patterned(exporter.length(), exporter.seed()));
        subclass = exporter.subclass();
    }

    @Override
    public String typeName() {
        return subclass ? "BytearraySubclass" : "bytearray";
    }

    @Override
    boolean readonly() {
        return false;
    }

    /**
     * {@code bytearray += other}.
     *
     * @throws PythonException whatever the other raises; BufferError while exported
     */
    public void append(Machine machine, PyObject other) {
        Reply reply = machine.getBuffer(other, Flags.SIMPLE);
        if (reply.code() != 0) {
            throw new PythonException(machine.fetch());
        }
        try {
            long before = memory().length();
            resize(before + reply.view().len());
            for (long i = 0; i < reply.view().len(); i++) {
                memory().write(before + i, reply.view().buf().plus(i).read());
            }
        } finally {
            machine.release(reply.view());
        }
    }

    @Override
    public void resize(long length) {
        if (length == memory().length()) {
            return;
        }
        if (exported()) {
            throw new PythonException(Exceptions.bufferError("Existing exports of data: object cannot be re-sized"));
        }
        replaceMemory(memory().resized(length));
    }
}
