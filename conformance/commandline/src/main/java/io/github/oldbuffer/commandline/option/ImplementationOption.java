package io.github.oldbuffer.commandline.option;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.commandline.Implementations;
import java.util.LinkedHashSet;
import java.util.List;
import picocli.CommandLine.Option;

/** {@code -i}: which implementations. */
public final class ImplementationOption {

    public static final String NAME = "--implementation";

    @Option(
            names = {"-i", NAME},
            paramLabel = "ID",
            description = "Which implementation; run, diff, fuzz and replay take several."
                    + " ${ROOT-COMMAND-NAME} list implementations shows them.")
    private List<String> ids = List.of();

    /** As given, none twice. */
    public List<String> distinct() {
        return List.copyOf(new LinkedHashSet<>(ids));
    }

    /**
     * As given, each of which somebody provides.
     *
     * @throws CommandException naming those there are, where nobody provides one
     */
    public List<String> provided(Implementations implementations) throws CommandException {
        for (String id : ids) {
            implementations.providerOf(id);
        }
        return List.copyOf(ids);
    }
}
