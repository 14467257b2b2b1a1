package io.github.oldbuffer.spec.scenario;

/**
 * The flags of {@code PyObject_GetBuffer} that scenarios ask with: every row of the tables of the documentation, with and
 * without {@code PyBUF_WRITABLE} and {@code PyBUF_FORMAT}, https://docs.python.org/3/c-api/buffer.html#buffer-request-types.
 *
 * <p>{@code PyBUF_FORMAT} "cannot be used on its own".
 */
public enum Request {
    SIMPLE(0),
    WRITABLE(1),
    STRIDES(0x18),
    FULL(0x11D),
    FULL_RO(0x11C),
    ND(0x8),
    CONTIG(0x9),
    ND_FORMAT(0xC),
    CONTIG_FORMAT(0xD),
    STRIDED(0x19),
    RECORDS_RO(0x1C),
    RECORDS(0x1D),
    INDIRECT(0x118),
    INDIRECT_WRITABLE(0x119),
    C_CONTIGUOUS(0x38),
    C_CONTIGUOUS_WRITABLE(0x39),
    C_CONTIGUOUS_FORMAT(0x3C),
    C_CONTIGUOUS_WRITABLE_FORMAT(0x3D),
    F_CONTIGUOUS(0x58),
    F_CONTIGUOUS_WRITABLE(0x59),
    F_CONTIGUOUS_FORMAT(0x5C),
    F_CONTIGUOUS_WRITABLE_FORMAT(0x5D),
    ANY_CONTIGUOUS(0x98),
    ANY_CONTIGUOUS_WRITABLE(0x99),
    ANY_CONTIGUOUS_FORMAT(0x9C),
    ANY_CONTIGUOUS_WRITABLE_FORMAT(0x9D);

    private final int flags;

    Request(int flags) {
        this.flags = flags;
    }

    /** The value of the {@code PyBUF_} constants. */
    public int flags() {
        return flags;
    }

    public boolean writable() {
        return (flags & 1) != 0;
    }

    /** Whether the view tells the format of its items. */
    public boolean format() {
        return (flags & 4) != 0;
    }

    /** Whether the view tells its shape. */
    public boolean shape() {
        return (flags & 8) != 0;
    }

    /** Whether the consumer can follow strides, and so needs no single segment in C order. */
    public boolean strides() {
        return (flags & 0x10) != 0;
    }

    /** Whether the consumer can follow suboffsets. */
    public boolean indirect() {
        return (flags & 0x100) != 0;
    }

    /** Whether the items have to lie in the order of C. */
    public boolean orderOfC() {
        return (flags & 0x20) != 0;
    }

    /** Whether the items have to lie in the order of Fortran. */
    public boolean orderOfFortran() {
        return (flags & 0x40) != 0;
    }

    /** Whether the items have to lie in either order. */
    public boolean anyOrder() {
        return (flags & 0x80) != 0;
    }
}
