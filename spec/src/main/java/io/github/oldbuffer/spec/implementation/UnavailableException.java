package io.github.oldbuffer.spec.implementation;

/** An implementation cannot be used here; the message is one sentence that says why and what to do. */
public final class UnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnavailableException(String message) {
        super(message);
    }

    public UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
