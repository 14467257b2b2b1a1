package io.github.oldbuffer.commandline.journal;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.spec.text.Printable;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Holds the options of {@code run --resume} and {@code scan --resume} against the run that is to go on: it goes on as it began or not at all.
 *
 * @param folder of the run that was interrupted
 * @param header what it was asked to do
 */
public record Resumption(Path folder, Beginning header) {

    /** @throws CommandException where another version of the kit wrote the journal */
    public void sameKit(String version) throws CommandException {
        if (!header.kit().equals(version)) {
            throw CommandException.usage("the run in " + folder + " began with version " + Printable.of(header.kit())
                    + " of the kit, and this is " + version + "; start it anew");
        }
    }

    /**
     * Compares an option that was given.
     *
     * @throws CommandException where the run began with something else
     */
    public void same(String option, Object given, Object began) throws CommandException {
        if (!Objects.equals(given, began)) {
            throw CommandException.usage(option + " " + words(given) + " contradicts the run in " + folder
                    + ", which began with " + words(began) + "; leave it out, or start anew without --resume");
        }
    }

    /** Compares {@code --out}, which can only be the folder itself. */
    public void sameFolder(Path out) throws CommandException {
        if (!out.toAbsolutePath().normalize().equals(folder.toAbsolutePath().normalize())) {
            same("--out", out, folder);
        }
    }

    /** @throws CommandException where the file of known deviations is not what it was */
    public void sameKnown(String digest) throws CommandException {
        if (!Objects.equals(digest, header.knownDigest())) {
            throw CommandException.usage("the file " + Printable.of(header.known()) + " has changed since the run in "
                    + folder + " began; start it anew");
        }
    }

    private static String words(Object value) {
        if (value == null || List.of().equals(value)) {
            return "none of its own";
        }
        String text = value instanceof List<?> list
                ? String.join(",", list.stream().map(String::valueOf).toList())
                : value.toString();
        return Printable.of(text);
    }
}
