package io.github.oldbuffer.reports.words;

import java.util.Locale;

/** Numbers of things. */
public final class Count {

    private Count() {}

    /** Such as {@code 1 crash} and {@code 1,000 crashes}. */
    public static String of(long number, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
    }
}
