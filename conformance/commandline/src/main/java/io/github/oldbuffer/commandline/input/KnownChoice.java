package io.github.oldbuffer.commandline.input;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.known.KnownDeviationsException;
import io.github.oldbuffer.suite.known.KnownDeviationsJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** What {@code --known FILE|none} means. */
public final class KnownChoice {

    private static final String NONE = "none";

    private KnownChoice() {}

    /**
     * What the user wants on file; empty where what the kit has on file counts.
     *
     * @param option {@code null} where it was not given
     * @throws CommandException where the file is no file of known deviations
     */
    public static Optional<KnownDeviations> of(String option) throws CommandException {
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

    /**
     * Tells one file from another, and from itself after a change.
     *
     * @param option as for {@link #of}
     * @return a digest of what the file says, or {@code null} where no file is meant
     * @throws CommandException where the file is no file of known deviations
     */
    public static String digest(String option) throws CommandException {
        Optional<KnownDeviations> known = of(option);
        if (known.isEmpty() || option.equals(NONE)) {
            return null;
        }
        byte[] text = KnownDeviationsJson.write(known.get()).getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }
}
