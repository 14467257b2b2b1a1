package io.github.oldbuffer.spec.exporter;

/** Exceptions that scenarios raise: an exporter refusing, or one that is pending before a call. */
public enum ExceptionType {
    BUFFER_ERROR("BufferError"),
    TYPE_ERROR("TypeError"),
    VALUE_ERROR("ValueError"),
    MEMORY_ERROR("MemoryError"),
    KEY_ERROR("KeyError"),
    OS_ERROR("OSError"),
    RUNTIME_ERROR("RuntimeError"),
    SYSTEM_ERROR("SystemError"),
    STOP_ITERATION("StopIteration"),
    KEYBOARD_INTERRUPT("KeyboardInterrupt"),
    SYSTEM_EXIT("SystemExit"),
    /** A Python class derived from TypeError: still a TypeError. */
    DERIVED_TYPE_ERROR("DerivedTypeError"),
    /** A Python class derived from Exception alone. */
    CUSTOM("CustomError");

    private final String pythonName;

    ExceptionType(String pythonName) {
        this.pythonName = pythonName;
    }

    /** The name of the exception's Python type. */
    public String pythonName() {
        return pythonName;
    }

    public boolean isTypeError() {
        return this == TYPE_ERROR || this == DERIVED_TYPE_ERROR;
    }
}
