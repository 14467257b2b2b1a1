package io.github.oldbuffer.commandline.print;

import io.github.oldbuffer.reports.words.Answer.Tone;
import java.util.Map;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Colours for words of the result, on terminals that want them.
 *
 * @param on whether there are colours at all
 */
public record Paint(boolean on) {

    private static final Map<String, IStyle> STYLES = Map.of(
            "HOLDS", Style.fg_green,
            "conforms", Style.fg_green,
            "known", Style.fg_yellow,
            "VIOLATED", Style.fg_red,
            "DIED", Style.fg_red,
            "NEW", Style.fg_red,
            "dies", Style.fg_red,
            "stale", Style.fg_yellow,
            "not exercised", Style.fg_magenta);

    /** A word, padded by its reader's needs, in the colour of its meaning. */
    public String word(String word) {
        return word(word, word.length());
    }

    /** A word with spaces behind it up to a width, which the colour does not count towards. */
    public String word(String word, int width) {
        String padding = " ".repeat(Math.max(0, width - word.length()));
        IStyle style = STYLES.get(word);
        return !on || style == null ? word + padding : Style.on(style) + word + Style.on(Style.reset) + padding;
    }

    /** An answer, in the colour of what it amounts to. */
    public String answer(Tone tone, String words) {
        Style style = switch (tone) {
            case GOOD -> Style.fg_green;
            case KNOWN -> Style.fg_yellow;
            case OPEN -> Style.fg_magenta;
            case BAD -> Style.fg_red;
        };
        return on ? Style.on(style) + words + Style.on(Style.reset) : words;
    }

    public String heading(String text) {
        return on ? Style.on(Style.bold) + text + Style.on(Style.reset) : text;
    }
}
