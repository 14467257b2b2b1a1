package io.github.oldbuffer.model.machine;

/**
 * Whether items lie behind one another without gaps.
 *
 * <p>The rules are those of {@code PyBuffer_IsContiguous}: a dimension of at most one item does not matter, nor does
 * anything where there are no bytes.
 */
public final class Contiguity {

    private Contiguity() {}

    /** Whether direct memory is one segment in C order: the last dimension varies fastest. */
    public static boolean inCOrder(long itemsize, long[] shape, long[] strides) {
        if (bytes(itemsize, shape) == 0) {
            return true;
        }
        long expected = itemsize;
        for (int i = shape.length - 1; i >= 0; i--) {
            if (shape[i] > 1 && strides[i] != expected) {
                return false;
            }
            expected *= shape[i];
        }
        return true;
    }

    /** Whether direct memory is one segment in Fortran order: the first dimension varies fastest. */
    public static boolean inFortranOrder(long itemsize, long[] shape, long[] strides) {
        if (bytes(itemsize, shape) == 0) {
            return true;
        }
        long expected = itemsize;
        for (int i = 0; i < shape.length; i++) {
            if (shape[i] > 1 && strides[i] != expected) {
                return false;
            }
            expected *= shape[i];
        }
        return true;
    }

    /** The strides of memory in C order, in bytes. */
    public static long[] cStrides(long itemsize, long[] shape) {
        long[] strides = new long[shape.length];
        long stride = itemsize;
        for (int i = shape.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= shape[i];
        }
        return strides;
    }

    /** The bytes of all items together. */
    public static long bytes(long itemsize, long[] shape) {
        long bytes = itemsize;
        for (long items : shape) {
            bytes *= items;
        }
        return bytes;
    }
}
