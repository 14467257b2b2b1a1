package io.github.oldbuffer.conformance.cli;

import io.github.oldbuffer.conformance.known.KnownDeviations;
import io.github.oldbuffer.conformance.known.KnownDeviationsException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** What {@code --known FILE|none} means. */
final class KnownChoice {

    private static final String NONE = "none";

    private KnownChoice() {}

    /**
     * What the user wants on file; empty where what the kit has on file counts.
     *
     * @param option {@code null} where it was not given
     * @throws CommandException where the file is no file of known deviations
     */
    static Optional<KnownDeviations> of(String option) throws CommandException {
        if (option == null) {
            return Optional.empty();
        }
        if (option.equals(NONE)) {
            return Optional.of(KnownDeviations.NONE);
        }
        try {
            return Optional.of(KnownDeviations.load(Path.of(option)));
        } catch (KnownDeviationsException | InvalidPathException wrong) {
            throw CommandException.usage("--known " + wrong.getMessage(), wrong);
        }
    }
}
