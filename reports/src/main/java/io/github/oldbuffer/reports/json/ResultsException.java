package io.github.oldbuffer.reports.json;

/** A results file is not what it should be; the message is one sentence that begins with the place. */
public final class ResultsException extends Exception {

    private static final long serialVersionUID = 1L;

    public ResultsException(String sentence) {
        super(sentence);
    }
}
