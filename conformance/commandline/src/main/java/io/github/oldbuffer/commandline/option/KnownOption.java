package io.github.oldbuffer.commandline.option;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.commandline.input.KnownChoice;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --known}: what is on file. */
public final class KnownOption {

    public static final String NAME = "--known";

    @Option(
            names = NAME,
            paramLabel = "FILE|none",
            description = "Known deviations, or none. Default: what the kit has on file; for gate, what the run had.")
    private String known;

    /** As given, or {@code null}. */
    public String given() {
        return known;
    }

    /**
     * What the user wants on file; empty where the default counts.
     *
     * @throws CommandException where the file is no file of known deviations
     */
    public Optional<KnownDeviations> chosen() throws CommandException {
        return KnownChoice.of(known);
    }
}
