package io.github.oldbuffer.ports.compiler;

/** A source does not compile: as a part, without what is missing, some of it might. */
public final class NotCompiledException extends PortException {

    private static final long serialVersionUID = 1L;

    public NotCompiledException(String message) {
        super(message);
    }

    /** Without the command. */
    public String shortly() {
        return getMessage().replaceFirst("(?s); (the command was:|the source that defines|--cflags).*", "");
    }
}
