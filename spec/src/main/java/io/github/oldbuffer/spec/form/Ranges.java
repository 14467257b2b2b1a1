package io.github.oldbuffer.spec.form;

/** The one wording for a value out of its range, in reading and writing alike. */
public final class Ranges {

    private Ranges() {}

    public static String sentence(long value, long least, long most, String what) {
        return "the " + what + " is " + value + ", not "
                + (least == most
                        ? String.valueOf(least)
                        : most == Integer.MAX_VALUE || most == Long.MAX_VALUE
                                ? least + " or more"
                                : least + " to " + most);
    }
}
