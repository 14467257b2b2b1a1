package io.github.oldbuffer.model.machine;

import io.github.oldbuffer.spec.transcript.Raised;

/** An exception on its way out of an operation that, unlike getbuffer, returns no code. */
public final class PythonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Raised raised;

    public PythonException(Raised raised) {
        // no stack trace: it is an ordinary result, and it must be cheap
        super(raised.type() + ": " + raised.message(), null, false, false);
        this.raised = raised;
    }

    public Raised raised() {
        return raised;
    }
}
