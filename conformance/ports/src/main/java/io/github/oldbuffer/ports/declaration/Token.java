package io.github.oldbuffer.ports.declaration;

import java.nio.file.Path;

/**
 * A word, a number, a string or a sign of C.
 *
 * @param file where it stands, and line, as compilers count
 */
public record Token(String text, Path file, int line) {

    public boolean is(String other) {
        return text.equals(other);
    }

    public boolean isWord() {
        return Character.isJavaIdentifierStart(text.charAt(0));
    }
}
