package io.github.oldbuffer.ports.compiler;

import java.util.List;

/** The user has named a function that is not there: others that are may be meant. */
public final class UnknownNameException extends PortException {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final List<String> known;

    /**
     * @param message a sentence
     * @param name that is unknown
     * @param known functions that the user's files define
     */
    public UnknownNameException(String message, String name, List<String> known) {
        super(message);
        this.name = name;
        this.known = List.copyOf(known);
    }

    public String name() {
        return name;
    }

    public List<String> known() {
        return known;
    }
}
