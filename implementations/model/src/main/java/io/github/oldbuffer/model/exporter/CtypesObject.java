package io.github.oldbuffer.model.exporter;

import io.github.oldbuffer.model.machine.BufferView;
import io.github.oldbuffer.model.machine.Exceptions;
import io.github.oldbuffer.model.machine.Flags;
import io.github.oldbuffer.model.machine.Machine;
import io.github.oldbuffer.model.machine.PythonException;
import io.github.oldbuffer.model.machine.Reply;
import io.github.oldbuffer.model.memory.Address;
import io.github.oldbuffer.model.memory.Memory;
import io.github.oldbuffer.spec.exporter.Ctypes;
import io.github.oldbuffer.spec.exporter.Formats;

/** An instance of a ctypes type: never refuses, and tells format and shape whether asked for or not. */
public final class CtypesObject extends MemoryObject implements Resizable {

    private final Ctypes.Shape shape;
    private final long items;
    private final int elementSize;
    /** In bytes; the object's memory may have grown beyond it. */
    private final long typeSize;

    private final String format;

    public CtypesObject(Ctypes exporter) {
        super(Memory.patterned(exporter.length(), exporter.seed()));
        shape = exporter.shape();
        items = exporter.items();
        typeSize = exporter.length();
        elementSize = Formats.itemSize(exporter.element());
        // ctypes tells the byte order, which makes the format no native one for memoryview.cast
        String element = "<" + exporter.element();
        format = shape == Ctypes.Shape.STRUCTURE ? "T{" + (element + ":f:").repeat((int) items) + "}" : element;
    }

    @Override
    public boolean releasesBuffers() {
        return false;
    }

    @Override
    public String typeName() {
        return switch (shape) {
            case ARRAY -> "Array";
            case STRUCTURE -> "Structure";
            case SCALAR -> "Scalar";
        };
    }

    @Override
    public Reply getBuffer(Machine machine, int flags) {
        BufferView bytes = grant(flags, 1, null).view();
        boolean array = shape == Ctypes.Shape.ARRAY;
        return Reply.granted(new BufferView(
                this,
                new Address(memory(), 0),
                bytes.len(),
                false,
                array ? elementSize : typeSize,
                Flags.format(flags) ? format : null,
                array ? 1 : 0,
                array && Flags.shape(flags) ? new long[] {items} : null,
                array && Flags.strides(flags) ? new long[] {elementSize} : null,
                null,
                null));
    }

    /** The document's new protocol promises what ctypes does not keep: that nothing moves while it is exported. */
    @Override
    public void resize(long length) {
        if (length < typeSize) {
            throw new PythonException(Exceptions.valueError("minimum size is " + typeSize));
        }
        if (length == memory().length()) {
            return;
        }
        if (exported()) {
            throw new PythonException(Exceptions.bufferError("cannot resize an object that is exporting buffers"));
        }
        replaceMemory(memory().resized(length));
    }

    @Override
    boolean readonly() {
        return false;
    }
}
