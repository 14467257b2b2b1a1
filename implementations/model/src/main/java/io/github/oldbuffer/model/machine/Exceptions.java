package io.github.oldbuffer.model.machine;

import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.transcript.Raised;

/** Exceptions as the machine sets them. */
public final class Exceptions {

    private Exceptions() {}

    /** An exception of a type that scenarios name; a KeyError's text is the message in quotes, as in Python. */
    public static Raised of(ExceptionType type, String message) {
        String text = type == ExceptionType.KEY_ERROR ? "'" + message + "'" : message;
        return new Raised(type.pythonName(), type.isTypeError(), text);
    }

    public static Raised typeError(String message) {
        return of(ExceptionType.TYPE_ERROR, message);
    }

    public static Raised bufferError(String message) {
        return of(ExceptionType.BUFFER_ERROR, message);
    }

    public static Raised valueError(String message) {
        return of(ExceptionType.VALUE_ERROR, message);
    }
}
