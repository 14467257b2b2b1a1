package io.github.oldbuffer.commandline.input;

import io.github.oldbuffer.commandline.CommandException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files that the user names. */
public final class InputFile {

    /** Larger files are refused unread, in bytes. */
    private static final long LARGEST = 64L << 20;

    private InputFile() {}

    /**
     * The bytes of a file.
     *
     * @throws CommandException with one sentence that says why it cannot be read
     */
    public static byte[] bytes(Path file) throws CommandException {
        try {
            check(file);
            return Files.readAllBytes(file);
        } catch (NoSuchFileException missing) {
            throw CommandException.usage("there is no file " + file, missing);
        } catch (IOException unreadable) {
            throw CommandException.usage(file + " could not be read", unreadable);
        }
    }

    private static void check(Path file) throws CommandException, IOException {
        if (Files.isDirectory(file)) {
            throw CommandException.usage(file + " is a folder, not a file");
        }
        if (Files.size(file) > LARGEST) {
            throw CommandException.usage(file + " is larger than " + (LARGEST >> 20) + " MiB");
        }
    }

    /**
     * The text of a file, without the mark of byte order that some editors put in front of it.
     *
     * @throws CommandException with one sentence that says why it cannot be read
     */
    public static String text(Path file) throws CommandException {
        try {
            check(file);
            String text = Files.readString(file);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (NoSuchFileException missing) {
            throw CommandException.usage("there is no file " + file, missing);
        } catch (CharacterCodingException binary) {
            throw CommandException.usage(file + " is not UTF-8 text", binary);
        } catch (IOException unreadable) {
            throw CommandException.usage(file + " could not be read", unreadable);
        }
    }
}
