package io.github.oldbuffer.commandline.option;

import io.github.oldbuffer.commandline.CommandException;
import picocli.CommandLine.Option;

/** {@code --tries}: how many scenarios each clause gets. */
public final class TriesOption {

    public static final String NAME = "--tries";

    private static final int MOST = 1_000_000;

    @Option(
            names = NAME,
            paramLabel = "N",
            description = "Scenarios for each clause, 1 to " + MOST + ". Default: 1000, for a port 200.")
    private Integer tries;

    /**
     * How many there are to be.
     *
     * @throws CommandException where there were to be none, or too many
     */
    public int orElse(int usual) throws CommandException {
        if (tries != null && (tries < 1 || tries > MOST)) {
            throw CommandException.usage("--tries has to be 1 to " + MOST + ", not " + tries);
        }
        return tries == null ? usual : tries;
    }
}
