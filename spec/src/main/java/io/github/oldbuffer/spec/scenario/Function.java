package io.github.oldbuffer.spec.scenario;

/** The four functions of the old buffer protocol. */
public enum Function {
    CHAR("PyObject_AsCharBuffer"),
    READ("PyObject_AsReadBuffer"),
    CHECK("PyObject_CheckReadBuffer"),
    WRITE("PyObject_AsWriteBuffer");

    private final String cName;

    Function(String cName) {
        this.cName = cName;
    }

    public String cName() {
        return cName;
    }

    /** Whether the function has outputs: all but CHECK. */
    public boolean hasOutputs() {
        return this != CHECK;
    }
}
