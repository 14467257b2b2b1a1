package io.github.oldbuffer.reports.words;

import java.util.Locale;

/** Names of folders, made of words. */
public final class Slug {

    private static final int LONGEST = 60;

    private Slug() {}

    /**
     * Lower-case letters, digits and single hyphens; at most {@value #LONGEST} characters.
     *
     * @param fallback where the text has neither letters nor digits
     */
    public static String of(String text, String fallback) {
        String words = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String cut = words.length() <= LONGEST + 1 ? words : words.substring(0, LONGEST);
        String trimmed = cut.replaceAll("^-|-$", "");
        return trimmed.isEmpty() ? fallback : trimmed;
    }
}
