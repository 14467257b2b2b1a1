package io.github.oldbuffer.spec.transcript;

import java.util.List;

/**
 * The fields of a {@code Py_buffer} that was granted, beside {@code buf} and {@code len}.
 *
 * @param readonly whether the consumer may not write
 * @param itemsize in bytes
 * @param format in the syntax of the struct module, its first 255 bytes; {@code null}: NULL
 * @param ndim the number of dimensions
 * @param shape items along each dimension; {@code null}: NULL, or the number of dimensions is none from 0 to 64
 * @param strides bytes between items along each dimension; {@code null} likewise
 * @param suboffsets {@code null} likewise
 */
public record ViewFields(
        boolean readonly,
        long itemsize,
        String format,
        int ndim,
        List<Long> shape,
        List<Long> strides,
        List<Long> suboffsets) {

    /** The most dimensions, as Python has it. */
    public static final int DIMENSIONS = Told.DIMENSIONS;

    public ViewFields {
        shape = shape == null ? null : List.copyOf(shape);
        strides = strides == null ? null : List.copyOf(strides);
        suboffsets = suboffsets == null ? null : List.copyOf(suboffsets);
    }
}
