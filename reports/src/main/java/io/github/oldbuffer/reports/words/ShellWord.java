package io.github.oldbuffer.reports.words;

import io.github.oldbuffer.spec.results.Command;
import io.github.oldbuffer.spec.text.KitCommand;
import java.util.stream.Collectors;

/** Words of a shell's command line. */
public final class ShellWord {

    private ShellWord() {}

    /** The line that repeats results, in the folder of the kit. */
    public static String line(Command command) {
        return KitCommand.NAME + " "
                + command.words().stream().map(ShellWord::of).collect(Collectors.joining(" "));
    }

    /** The text as one word, in quotation marks where it needs them. */
    public static String of(String text) {
        return text.matches("[A-Za-z0-9_./:@%+=,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
