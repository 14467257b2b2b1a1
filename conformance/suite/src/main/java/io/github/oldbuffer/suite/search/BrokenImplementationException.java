package io.github.oldbuffer.suite.search;

/** The implementation cannot be used any more; the message is one sentence. */
public final class BrokenImplementationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenImplementationException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
