package io.github.oldbuffer.reports.words;

import java.util.Locale;

/** Parts of a whole in per cent. */
public final class Share {

    private static final int TENTHS_OF_ALL = 1_000;

    private Share() {}

    /** Such as {@code 98.9 %}, rounded down: only the whole is {@code 100 %}. Of nothing it is {@code 100 %} too. */
    public static String of(long part, long whole) {
        long tenths = whole == 0 ? TENTHS_OF_ALL : TENTHS_OF_ALL * part / whole;
        return tenths == TENTHS_OF_ALL ? "100 %" : String.format(Locale.ROOT, "%d.%d %%", tenths / 10, tenths % 10);
    }
}
