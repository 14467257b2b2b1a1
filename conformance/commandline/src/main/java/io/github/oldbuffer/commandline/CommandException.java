package io.github.oldbuffer.commandline;

/** Ends a command; the message is the one sentence that the user reads on standard error. */
public final class CommandException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;

    private CommandException(int status, String sentence, Throwable cause) {
        super(sentence, cause);
        this.status = status;
    }

    /** The user asked for something that does not exist, or gave a file that is no such file. */
    public static CommandException usage(String sentence) {
        return new CommandException(ExitStatus.USAGE, sentence, null);
    }

    public static CommandException usage(String sentence, Throwable cause) {
        return new CommandException(ExitStatus.USAGE, sentence, cause);
    }

    /** What was asked for exists and could not be judged. */
    public static CommandException notJudged(String sentence, Throwable cause) {
        return new CommandException(ExitStatus.NOT_JUDGED, sentence, cause);
    }

    public int status() {
        return status;
    }
}
