package io.github.oldbuffer.commandline.journal;

/** A journal cannot be used; the message is one sentence that names the file. */
public final class JournalException extends Exception {

    private static final long serialVersionUID = 1L;

    JournalException(String sentence) {
        super(sentence);
    }

    JournalException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
