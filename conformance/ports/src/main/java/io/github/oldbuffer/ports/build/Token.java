package io.github.oldbuffer.ports.build;

import java.nio.file.Path;

/**
 * A word, a number, a string or a sign of C.
 *
 * @param file where it stands, and line, as compilers count
 */
record Token(String text, Path file, int line) {

    boolean is(String other) {
        return text.equals(other);
    }

    boolean isWord() {
        return Character.isJavaIdentifierStart(text.charAt(0));
    }
}
