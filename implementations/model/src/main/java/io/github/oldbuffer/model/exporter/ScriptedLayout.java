package io.github.oldbuffer.model.exporter;

import io.github.oldbuffer.model.machine.Contiguity;
import io.github.oldbuffer.model.machine.Flags;
import io.github.oldbuffer.model.memory.Address;
import io.github.oldbuffer.model.memory.Memory;
import io.github.oldbuffer.spec.exporter.Geometry;
import java.util.Arrays;
import java.util.List;

/**
 * Where a scripted exporter's items are, worked out once.
 *
 * @param first the first item
 * @param bytes of all items
 * @param shape items along each dimension
 * @param strides bytes from item to item along each dimension
 * @param table the table of rows, {@code null} where memory is direct
 * @param suboffsets {@code null} where memory is direct
 * @param inCOrder whether all items are one segment in C order
 * @param inFortranOrder whether all items are one segment in Fortran order
 */
record ScriptedLayout(
        Address first,
        long bytes,
        long[] shape,
        long[] strides,
        Address table,
        long[] suboffsets,
        boolean inCOrder,
        boolean inFortranOrder) {

    private static final long POINTER_BYTES = 8;

    static ScriptedLayout of(Geometry geometry, Memory memory) {
        int itemsize = geometry.itemsize();
        long[] shape = array(geometry.shape());
        long[] strides = geometry.strides() == null ? Contiguity.cStrides(itemsize, shape) : array(geometry.strides());
        long bytes = Contiguity.bytes(itemsize, shape);
        Address first = new Address(memory, geometry.offset());
        if (geometry.indirect()) {
            return indirect(first, bytes, shape, strides);
        }
        return new ScriptedLayout(
                first,
                bytes,
                shape,
                strides,
                null,
                null,
                Contiguity.inCOrder(itemsize, shape, strides),
                Contiguity.inFortranOrder(itemsize, shape, strides));
    }

    private static ScriptedLayout indirect(Address first, long bytes, long[] shape, long[] strides) {
        long[] suboffsets = new long[shape.length];
        Arrays.fill(suboffsets, -1);
        suboffsets[0] = 0;
        // nothing ever follows the table's pointers, so only its place matters
        Address table = new Address(Memory.zeros(shape[0] * POINTER_BYTES), 0);
        return new ScriptedLayout(first, bytes, shape, strides, table, suboffsets, false, false);
    }

    /** The strides of the table of rows, or of the items themselves. */
    long[] strides(boolean rows) {
        if (!rows) {
            return strides;
        }
        long[] ofTable = strides.clone();
        ofTable[0] = POINTER_BYTES;
        return ofTable;
    }

    /** Why a consumer with these flags could not understand the memory; {@code null} where it could. */
    String obstacle(int flags) {
        if (suboffsets != null && !Flags.indirect(flags)) {
            return "the memory is indirect";
        }
        if (!inCOrder && (!Flags.strides(flags) || Flags.cContiguous(flags))) {
            return "the memory is not C-contiguous";
        }
        if (!inFortranOrder && Flags.fContiguous(flags)) {
            return "the memory is not Fortran contiguous";
        }
        if (!inCOrder && !inFortranOrder && Flags.anyContiguous(flags)) {
            return "the memory is not contiguous";
        }
        return null;
    }

    private static long[] array(List<Long> values) {
        long[] array = new long[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
        }
        return array;
    }
}
