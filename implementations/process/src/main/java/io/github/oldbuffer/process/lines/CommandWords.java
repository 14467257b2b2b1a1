package io.github.oldbuffer.process.lines;

import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a command into words as a POSIX shell does, and does nothing else that a shell does: no variables, no globs, no
 * pipes.
 */
final class CommandWords {

    private static final String ESCAPED_IN_QUOTES = "\"\\$`";

    private final String command;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int next;

    private CommandWords(String command) {
        this.command = command;
    }

    /**
     * The words of a command, at least one; quotes keep a word together and are taken away.
     *
     * @throws UnavailableException where there is no word, or a quote is not closed
     */
    static List<String> split(String command) throws UnavailableException {
        return new CommandWords(command).split();
    }

    private List<String> split() throws UnavailableException {
        while (next < command.length()) {
            char character = command.charAt(next++);
            if (Character.isWhitespace(character)) {
                endWord();
            } else {
                inWord = true;
                add(character);
            }
        }
        endWord();
        if (words.isEmpty() || words.get(0).isEmpty()) {
            throw new UnavailableException(
                    "There is no command after \"process:\"; write such as process:\"python3 harness.py\".");
        }
        return List.copyOf(words);
    }

    private void add(char character) throws UnavailableException {
        switch (character) {
            case '\'' -> singleQuoted();
            case '"' -> doubleQuoted();
            case '\\' -> word.append(escaped());
            default -> word.append(character);
        }
    }

    private void singleQuoted() throws UnavailableException {
        int end = command.indexOf('\'', next);
        if (end < 0) {
            throw unclosed('\'');
        }
        word.append(command, next, end);
        next = end + 1;
    }

    private void doubleQuoted() throws UnavailableException {
        while (next < command.length()) {
            char character = command.charAt(next++);
            if (character == '"') {
                return;
            }
            boolean escape = character == '\\'
                    && next < command.length()
                    && ESCAPED_IN_QUOTES.indexOf(command.charAt(next)) >= 0;
            word.append(escape ? command.charAt(next++) : character);
        }
        throw unclosed('"');
    }

    private char escaped() throws UnavailableException {
        if (next == command.length()) {
            throw new UnavailableException("The command ends with a backslash that escapes nothing: " + command);
        }
        return command.charAt(next++);
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
        }
        word.setLength(0);
        inWord = false;
    }

    private UnavailableException unclosed(char quote) {
        return new UnavailableException("A quote (" + quote + ") is not closed in the command: " + command);
    }
}
