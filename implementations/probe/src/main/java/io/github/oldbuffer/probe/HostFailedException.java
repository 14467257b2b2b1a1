package io.github.oldbuffer.probe;

/** A host cannot be used any more; the message is one sentence that says why. */
public final class HostFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public HostFailedException(String message) {
        super(message);
    }

    public HostFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
