package io.github.oldbuffer.model.exporter;

import io.github.oldbuffer.model.machine.Exceptions;
import io.github.oldbuffer.model.machine.PythonException;
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
