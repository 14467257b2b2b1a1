package io.github.oldbuffer.ports.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Words of a shell's command line: a text that is split into them, and a text as one of them. */
public final class ShellWords {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+=,-]+");

    private ShellWords() {}

    /** The text as one word, which may stand in a comment of C. */
    public static String quoted(String text) {
        if (PLAIN.matcher(text).matches()) {
            return text;
        }
        String quoted = "'" + text.replace("'", "'\\''") + "'";
        // two quoted parts, where one would end the comment
        return quoted.replace("*/", "*''/");
    }

    /** The word that defines a macro which stands for a string of C. */
    public static String macro(String name, String string) {
        return "-D" + name + "=" + quoted("\"" + string.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
    }

    /**
     * Splits a text into words as a shell does, with its quotes and backslashes, and nothing else of a shell.
     *
     * <p>The parsers of JLine and Ant leave the quotes in words such as {@code -DNAME="a b"}, or know no backslashes.
     *
     * @throws IllegalArgumentException where a quote is not closed
     */
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = null;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote == 0 && Character.isWhitespace(c)) {
                if (word != null) {
                    words.add(word.toString());
                    word = null;
                }
                continue;
            }
            word = word == null ? new StringBuilder() : word;
            if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else if (c == '\\' && quote != '\'' && i + 1 < text.length()) {
                word.append(text.charAt(++i));
            } else {
                word.append(c);
            }
        }
        if (quote != 0) {
            throw new IllegalArgumentException("a quote is not closed in: " + text);
        }
        if (word != null) {
            words.add(word.toString());
        }
        return words;
    }
}
