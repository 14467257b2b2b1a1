package io.github.oldbuffer.suite.known;

/** A file of known deviations is not what it should be; the message is one sentence that says where and why. */
public final class KnownDeviationsException extends Exception {

    private static final long serialVersionUID = 1L;

    KnownDeviationsException(String sentence) {
        super(sentence);
    }
}
