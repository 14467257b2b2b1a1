package io.github.oldbuffer.spec.packed;

import io.github.oldbuffer.spec.exporter.Geometry;
import io.github.oldbuffer.spec.form.Limits;
import java.util.List;

/** The geometry of a scripted exporter in the packed form. */
final class GeometryForm {

    /** Stands for a format that is NULL. */
    private static final int NO_FORMAT = 255;

    private GeometryForm() {}

    static void write(Writer out, Geometry geometry) {
        out.i64(geometry.offset());
        out.i32(geometry.itemsize(), 1, "itemsize");
        writeFormat(out, geometry.format());
        int dimensions = geometry.shape().size();
        out.u8(dimensions, 0, Limits.DIMENSIONS, "number of dimensions");
        OperationForm.extents(out, geometry.shape());
        out.flag(geometry.strides() != null);
        if (geometry.strides() != null) {
            Writer.ranged(geometry.strides().size(), dimensions, dimensions, "number of strides");
            for (long stride : geometry.strides()) {
                out.i64(stride);
            }
        }
        out.flag(geometry.indirect());
    }

    static Geometry read(Reader in) throws MalformedException {
        long offset = in.i64("offset");
        int itemsize = in.i32(1, "itemsize");
        String format = readFormat(in);
        int dimensions = in.u8(0, Limits.DIMENSIONS, "number of dimensions");
        List<Long> shape = OperationForm.extents(in, dimensions);
        List<Long> strides = in.flag("flag before the strides") ? strides(in, dimensions) : null;
        return new Geometry(offset, itemsize, format, shape, strides, in.flag("flag indirect"));
    }

    private static List<Long> strides(Reader in, int dimensions) throws MalformedException {
        Long[] strides = new Long[dimensions];
        for (int i = 0; i < dimensions; i++) {
            strides[i] = in.i64("stride");
        }
        return List.of(strides);
    }

    private static void writeFormat(Writer out, String format) {
        if (format == null) {
            out.u8(NO_FORMAT);
            return;
        }
        out.u8(format.length(), 1, Limits.FORMAT, "length of the format");
        for (int i = 0; i < format.length(); i++) {
            OperationForm.format(out, format.charAt(i));
        }
    }

    private static String readFormat(Reader in) throws MalformedException {
        int at = in.position();
        int length = in.u8("length of the format");
        if (length == NO_FORMAT) {
            return null;
        }
        if (length < 1 || length > Limits.FORMAT) {
            throw new MalformedException(at, Ranges.sentence(length, 1, Limits.FORMAT, "length of the format"));
        }
        char[] format = new char[length];
        for (int i = 0; i < length; i++) {
            format[i] = OperationForm.format(in);
        }
        return new String(format);
    }
}
