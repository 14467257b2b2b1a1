package io.github.oldbuffer.spec.facts;

/** A scenario or an exporter makes no sense; the message is one sentence that says where and why. */
public final class InvalidException extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidException(String message) {
        super(message, null, false, false);
    }
}
