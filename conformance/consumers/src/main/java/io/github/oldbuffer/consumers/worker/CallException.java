package io.github.oldbuffer.consumers.worker;

/** A call that cannot be judged; the message is one sentence for the user. */
public final class CallException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean misused;

    private CallException(String sentence, boolean misused) {
        super(sentence);
        this.misused = misused;
    }

    /** The expression is none. */
    public static CallException misused(String sentence) {
        return new CallException(sentence, true);
    }

    /** What it names is not there, or it does not run. */
    public static CallException unusable(String sentence) {
        return new CallException(sentence, false);
    }

    /** Whether the user wrote something that is no call with a place for memory. */
    public boolean misused() {
        return misused;
    }
}
