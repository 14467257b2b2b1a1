package io.github.oldbuffer.spec.scenario;

/** The flags of {@code PyObject_GetBuffer} that scenarios ask with. */
public enum Request {
    SIMPLE(0),
    WRITABLE(1),
    STRIDES(0x18),
    FULL(0x11D),
    FULL_RO(0x11C);

    private final int flags;

    Request(int flags) {
        this.flags = flags;
    }

    /** The value of the {@code PyBUF_} constant. */
    public int flags() {
        return flags;
    }

    public boolean writable() {
        return (flags & 1) != 0;
    }

    /** Whether the consumer can follow strides, and so needs no single segment. */
    public boolean strides() {
        return (flags & 0x10) != 0;
    }

    /** Whether the consumer can follow suboffsets. */
    public boolean indirect() {
        return (flags & 0x100) != 0;
    }
}
