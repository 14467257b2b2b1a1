package io.github.oldbuffer.ports.compiler;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a text into words as a shell does, with its quotes and backslashes, and nothing else of a shell.
 *
 * <p>The parsers of JLine and Ant leave the quotes in words such as {@code -DNAME="a b"}, or know no backslashes.
 */
public final class ShellWords {

    private ShellWords() {}

    /** @throws IllegalArgumentException where a quote is not closed */
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
