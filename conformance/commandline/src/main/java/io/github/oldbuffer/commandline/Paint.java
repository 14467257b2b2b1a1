package io.github.oldbuffer.commandline;

import java.util.Map;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Colours for words of the result, on terminals that want them.
 *
 * @param on whether there are colours at all
 */
record Paint(boolean on) {

    private static final Map<String, IStyle> STYLES = Map.of(
            "HOLDS", Style.fg_green,
            "conforms", Style.fg_green,
            "known", Style.fg_yellow,
            "VIOLATED", Style.fg_red,
            "CRASHED", Style.fg_red,
            "TIMED_OUT", Style.fg_red,
            "NEW", Style.fg_red,
            "dies", Style.fg_red,
            "stale", Style.fg_yellow,
            "not exercised", Style.fg_magenta);

    /** A word, padded by its reader's needs, in the colour of its meaning. */
    String word(String word) {
        return word(word, word.length());
    }

    /** A word with spaces behind it up to a width, which the colour does not count towards. */
    String word(String word, int width) {
        String padding = " ".repeat(Math.max(0, width - word.length()));
        IStyle style = STYLES.get(word);
        return !on || style == null ? word + padding : Style.on(style) + word + Style.on(Style.reset) + padding;
    }

    String heading(String text) {
        return on ? Style.on(Style.bold) + text + Style.on(Style.reset) : text;
    }
}
