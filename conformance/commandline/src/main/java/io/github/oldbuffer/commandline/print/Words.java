package io.github.oldbuffer.commandline.print;

import io.github.oldbuffer.spec.implementation.Identity;
import java.util.Locale;

/** Small phrases that several commands print. */
public final class Words {

    private Words() {}

    /** Such as {@code cpython (CPython 3.14.3)}. */
    public static String of(Identity implementation) {
        return implementation.id() + " (" + implementation.name() + " " + implementation.version() + ")";
    }

    /** Such as {@code 1 crash} and {@code 1,000 crashes}. */
    public static String count(long number, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
    }
}
