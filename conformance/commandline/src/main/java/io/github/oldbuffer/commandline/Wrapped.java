package io.github.oldbuffer.commandline;

import java.util.ArrayList;
import java.util.List;

/** Text broken into lines between words. */
final class Wrapped {

    /** Columns of a terminal that nobody made wider. */
    static final int COLUMNS = 80;

    private Wrapped() {}

    /** Lines of at most {@value #COLUMNS} columns, indent included; a longer word gets a line of its own. */
    static List<String> lines(String text, String indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            if (line.length() > 0 && indent.length() + line.length() + 1 + word.length() > COLUMNS) {
                lines.add(indent + line);
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(indent + line);
        return lines;
    }
}
