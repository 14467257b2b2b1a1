package io.github.oldbuffer.model.exporter;

import io.github.oldbuffer.model.machine.BufferView;
import io.github.oldbuffer.model.machine.Exceptions;
import io.github.oldbuffer.model.machine.Flags;
import io.github.oldbuffer.model.machine.Machine;
import io.github.oldbuffer.model.machine.MemoryOwner;
import io.github.oldbuffer.model.machine.PyObject;
import io.github.oldbuffer.model.machine.Reply;
import io.github.oldbuffer.model.machine.Truth;
import io.github.oldbuffer.model.memory.Address;
import io.github.oldbuffer.model.memory.Memory;
import java.util.List;

/**
 * An object with one block of memory, exported from its first byte on, that counts the views outstanding.
 *
 * <p>What a subclass does not override behaves as {@code PyBuffer_FillInfo} does: unsigned bytes in one dimension.
 */
abstract class MemoryObject extends PyObject implements MemoryOwner {

    private Memory memory;
    private int views;

    MemoryObject(Memory memory) {
        this.memory = memory;
    }

    @Override
    public final boolean exports() {
        return true;
    }

    @Override
    public Reply getBuffer(Machine machine, int flags) {
        if (readonly() && Flags.writable(flags)) {
            machine.raise(Exceptions.bufferError("Object is not writable."));
            return Reply.REFUSED;
        }
        return grant(flags, 1, "B");
    }

    @Override
    public final void releaseBuffer(Machine machine, BufferView view) {
        views--;
    }

    @Override
    public Truth truth(Machine machine) {
        return new Truth(new Address(memory, 0), memory.length());
    }

    /** Whether requests for writable memory are refused. */
    abstract boolean readonly();

    /** Whether a view is outstanding, so that the memory must stay where it is. */
    final boolean exported() {
        return views > 0;
    }

    final Memory memory() {
        return memory;
    }

    /** Puts another block in the place of the present one, which is freed. */
    final void replaceMemory(Memory other) {
        memory.free();
        memory = other;
    }

    /** A view of all the memory as items along one dimension; counted as outstanding. */
    final Reply grant(int flags, int itemsize, String format) {
        long length = memory.length();
        views++;
        retain();
        return Reply.granted(new BufferView(
                this,
                new Address(memory, 0),
                length,
                readonly(),
                itemsize,
                Flags.format(flags) ? format : null,
                1,
                Flags.shape(flags) ? new long[] {length / itemsize} : null,
                Flags.strides(flags) ? new long[] {itemsize} : null,
                null,
                null));
    }

    /** The same with items in C order along several dimensions. */
    final Reply grant(int flags, int itemsize, String format, List<Long> shape) {
        BufferView line = grant(flags, itemsize, format).view();
        long[] strides = new long[shape.size()];
        long stride = itemsize;
        for (int i = strides.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= shape.get(i);
        }
        return Reply.granted(new BufferView(
                this,
                new Address(memory, 0),
                line.len(),
                readonly(),
                itemsize,
                Flags.format(flags) ? format : null,
                Flags.shape(flags) ? strides.length : 1,
                Flags.shape(flags) ? shape.stream().mapToLong(Long::longValue).toArray() : null,
                Flags.strides(flags) ? strides : null,
                null,
                null));
    }

    @Override
    protected void free(Machine machine) {
        memory.free();
    }
}
