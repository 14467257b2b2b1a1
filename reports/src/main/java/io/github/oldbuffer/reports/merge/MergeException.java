package io.github.oldbuffer.reports.merge;

/** Results do not add up; the message is one sentence that says why. */
public final class MergeException extends Exception {

    private static final long serialVersionUID = 1L;

    MergeException(String sentence) {
        super(sentence);
    }
}
