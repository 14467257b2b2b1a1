package io.github.oldbuffer.fuzzing.campaign;

/** A campaign cannot go on; the message is one sentence for the user. */
public final class CampaignException extends Exception {
    private static final long serialVersionUID = 1L;

    CampaignException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
