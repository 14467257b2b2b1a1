package io.github.oldbuffer.ports.compiler;

/** A port cannot be judged; the message is one sentence for the porter. */
public sealed class PortException extends Exception permits NotCompiledException, UnknownNameException {

    private static final long serialVersionUID = 1L;

    public PortException(String sentence) {
        super(sentence);
    }

    public PortException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
