package io.github.oldbuffer.spec.text;

/** Text that comes from outside, made fit for a terminal: one line, no control characters. */
public final class Printable {

    private Printable() {}

    /** The text with every control character, line breaks included, replaced by {@code ?}. */
    public static String of(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]", "?");
    }
}
