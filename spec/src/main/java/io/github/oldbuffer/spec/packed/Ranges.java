package io.github.oldbuffer.spec.packed;

/** The one wording for a value out of its range, in reading and writing alike. */
final class Ranges {

    private Ranges() {}

    static String sentence(long value, long least, long most, String what) {
        return "the " + what + " is " + value + ", not "
                + (least == most
                        ? String.valueOf(least)
                        : most == Integer.MAX_VALUE || most == Long.MAX_VALUE
                                ? least + " or more"
                                : least + " to " + most);
    }
}
