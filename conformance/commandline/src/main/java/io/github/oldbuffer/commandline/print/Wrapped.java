package io.github.oldbuffer.commandline.print;

import java.util.List;
import org.apache.commons.text.WordUtils;

/** Text broken into lines between words. */
public final class Wrapped {

    /** Columns of a terminal that nobody made wider. */
    public static final int COLUMNS = 80;

    private Wrapped() {}

    /** Lines of at most {@value #COLUMNS} columns, indent included; a longer word gets a line of its own. */
    public static List<String> lines(String text, String indent) {
        return lines(text, indent, COLUMNS);
    }

    /** Lines of at most so many columns, indent included. */
    static List<String> lines(String text, String indent, int columns) {
        String words = text.strip().replaceAll("\\s+", " ");
        return WordUtils.wrap(words, Math.max(1, columns - indent.length()), "\n", false)
                .lines()
                .map(line -> indent + line)
                .toList();
    }
}
