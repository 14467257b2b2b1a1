package io.github.oldbuffer.spec.clause;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a clause binds. */
public enum Level {
    /** The document says it. */
    CONTRACT,
    /** CPython's own header comment says it. */
    HEADER,
    /** Without it the document's words would be empty. */
    IMPLIED,
    /** The documentation of the new protocol says it. */
    PROTOCOL,
    /** CPython does so, nobody promises it; judged only by comparison, and reported as a difference. */
    REFERENCE;

    /** The word that results and reports use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The level that a word means. */
    public static Optional<Level> find(String word) {
        return Arrays.stream(values())
                .filter(level -> level.word().equals(word))
                .findFirst();
    }
}
