package io.github.oldbuffer.model.machine;

import io.github.oldbuffer.model.memory.Address;

/**
 * What a granted request tells the consumer: the fields of {@code Py_buffer}.
 *
 * <p>Unlike the C structure it never changes; releasing it twice is a mistake that the exporter gets to see. The arrays
 * are shared and must not be written to.
 *
 * @param obj whom to release the view to, or {@code null}; the view holds one reference to it
 * @param buf the first item, or {@code null}
 * @param len bytes of all items
 * @param readonly whether the consumer must not write
 * @param itemsize in bytes
 * @param format in the syntax of the struct module, or {@code null} where not asked for
 * @param ndim number of dimensions
 * @param shape items along each dimension, or {@code null} where not asked for
 * @param strides bytes from item to item along each dimension, or {@code null} where not asked for
 * @param suboffsets as PIL has them, or {@code null} where memory is direct
 * @param internal the exporter's own
 */
public record BufferView(
        PyObject obj,
        Address buf,
        long len,
        boolean readonly,
        long itemsize,
        String format,
        int ndim,
        long[] shape,
        long[] strides,
        long[] suboffsets,
        Object internal) {

    /** The same view, owned by somebody else. */
    public BufferView ownedBy(PyObject owner) {
        return new BufferView(owner, buf, len, readonly, itemsize, format, ndim, shape, strides, suboffsets, internal);
    }
}
