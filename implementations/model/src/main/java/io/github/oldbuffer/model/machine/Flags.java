package io.github.oldbuffer.model.machine;

/** What the {@code PyBUF_} flags of a request ask for. */
public final class Flags {

    public static final int SIMPLE = 0;
    public static final int WRITABLE = 0x1;
    public static final int FULL_RO = 0x11C;

    private static final int FORMAT = 0x4;
    private static final int ND = 0x8;
    private static final int STRIDES = 0x18;
    private static final int C_CONTIGUOUS = 0x38;
    private static final int F_CONTIGUOUS = 0x58;
    private static final int ANY_CONTIGUOUS = 0x98;
    private static final int INDIRECT = 0x118;

    private Flags() {}

    public static boolean writable(int flags) {
        return has(flags, WRITABLE);
    }

    public static boolean format(int flags) {
        return has(flags, FORMAT);
    }

    public static boolean shape(int flags) {
        return has(flags, ND);
    }

    public static boolean strides(int flags) {
        return has(flags, STRIDES);
    }

    public static boolean indirect(int flags) {
        return has(flags, INDIRECT);
    }

    public static boolean cContiguous(int flags) {
        return has(flags, C_CONTIGUOUS);
    }

    public static boolean fContiguous(int flags) {
        return has(flags, F_CONTIGUOUS);
    }

    public static boolean anyContiguous(int flags) {
        return has(flags, ANY_CONTIGUOUS);
    }

    private static boolean has(int flags, int wanted) {
        return (flags & wanted) == wanted;
    }
}
