package io.github.oldbuffer.spec.clause;

import java.util.Locale;

/** Why a clause binds. */
public enum Level {
    /** The document says it. */
    CONTRACT,
    /** CPython's own header comment says it. */
    HEADER,
    /** Without it the document's words would be empty. */
    IMPLIED,
    /** CPython does so, nobody promises it; judged only by comparison, and reported as a difference. */
    REFERENCE;

    /** The word that results and reports use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
