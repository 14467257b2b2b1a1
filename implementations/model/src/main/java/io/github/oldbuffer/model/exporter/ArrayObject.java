package io.github.oldbuffer.model.exporter;

import io.github.oldbuffer.model.machine.Exceptions;
import io.github.oldbuffer.model.machine.Machine;
import io.github.oldbuffer.model.machine.PythonException;
import io.github.oldbuffer.model.machine.Reply;
import io.github.oldbuffer.model.memory.Memory;
import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.Formats;

/** An {@code array.array}: items in one dimension, writable and resizable. */
public final class ArrayObject extends MemoryObject implements Resizable {

    private final int itemsize;
    private final String format;

    public ArrayObject(Array exporter) {
        super(Memory.patterned(exporter.length(), exporter.seed()));
        itemsize = Formats.itemSize(exporter.typecode());
        // arrays of typecode u export their four-byte characters as w
        format = exporter.typecode() == 'u' ? "w" : String.valueOf(exporter.typecode());
    }

    @Override
    public String typeName() {
        return "array.array";
    }

    @Override
    public Reply getBuffer(Machine machine, int flags) {
        return grant(flags, itemsize, format);
    }

    @Override
    boolean readonly() {
        return false;
    }

    @Override
    public void resize(long length) {
        if (length % itemsize != 0) {
            throw new PythonException(Exceptions.valueError("bytes length not a multiple of item size"));
        }
        if (length == memory().length()) {
            return;
        }
        if (exported()) {
            throw new PythonException(Exceptions.bufferError("cannot resize an array that is exporting buffers"));
        }
        replaceMemory(memory().resized(length));
    }
}
