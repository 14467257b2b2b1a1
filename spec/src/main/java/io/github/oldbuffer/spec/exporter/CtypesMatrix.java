package io.github.oldbuffer.spec.exporter;

import java.util.List;

/**
 * A ctypes array of arrays, whose items lie in two dimensions.
 *
 * @param element one of {@link Ctypes#ELEMENTS}
 * @param rows at least 1
 * @param columns at least 1
 * @param seed of the contents, 0 to 250
 */
public record CtypesMatrix(char element, long rows, long columns, int seed) implements MadeOfBytes {

    @Override
    public long length() {
        return rows * columns * itemsize();
    }

    @Override
    public int itemsize() {
        return Formats.itemSize(element);
    }

    @Override
    public String format() {
        return "<" + element;
    }

    @Override
    public List<Long> shape() {
        return List.of(rows, columns);
    }

    @Override
    public String words() {
        return kind().word() + "(" + rows + " by " + columns + " of '" + element + "', seed " + seed + ")";
    }

    @Override
    public String expression(String data) {
        String type = "dict(b=c.c_byte, B=c.c_ubyte, h=c.c_short, H=c.c_ushort, i=c.c_int, I=c.c_uint, l=c.c_long,"
                + " L=c.c_ulong, q=c.c_longlong, Q=c.c_ulonglong, f=c.c_float, d=c.c_double)['" + element + "']";
        return "(lambda c: " + type + " * " + columns + " * " + rows + ")(__import__('ctypes')).from_buffer_copy("
                + data + ")";
    }

    @Override
    public String problem() {
        if (Ctypes.ELEMENTS.indexOf(element) < 0) {
            return "ctypes has no element '" + element + "'";
        }
        return rows >= 1 && columns >= 1 ? null : "a ctypes array of arrays has a row and a column or more";
    }
}
