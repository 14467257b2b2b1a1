package io.github.oldbuffer.spec.form;

/** Says in one sentence why bytes are not a batch in the packed form, and at which byte that shows. */
public final class MalformedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int offset;

    public MalformedException(int offset, String sentence) {
        super("byte " + offset + ": " + sentence);
        this.offset = offset;
    }

    /** Where the trouble was noticed, in bytes from the start of the batch. */
    public int offset() {
        return offset;
    }
}
