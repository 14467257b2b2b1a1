package io.github.oldbuffer.process.lines;

/** A program did not keep to the protocol. */
final class ProtocolException extends Exception {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_DETAIL = 120;

    private final String fault;

    /**
     * @param fault a few words that are the same whenever a program does the same wrong, for verdicts
     * @param sentence what exactly was wrong, without a full stop
     */
    ProtocolException(String fault, String sentence) {
        super(sentence);
        this.fault = fault;
    }

    /** The few words. */
    String fault() {
        return fault;
    }

    /** The few words and the sentence, as much of it as a verdict has room for. */
    String detail() {
        String sentence = LineJson.printable(getMessage());
        int end =
                sentence.offsetByCodePoints(0, Math.min(LONGEST_DETAIL, sentence.codePointCount(0, sentence.length())));
        return fault + " (" + sentence.substring(0, end) + (end < sentence.length() ? "...)" : ")");
    }
}
